import type { CountBook, ShownCounts } from '../figures/count-book.js';
import { ratio } from '../figures/count-book.js';
import type { Figure } from '../figures/figure.js';
import { heading, reportTable } from '../figures/headings.js';
import type { Section } from './section.js';

const RANKS = [1, 2, 3, 4, 5] as const;
const rankId = (rank: number): string => `RANK_${rank}`;
const RANK_IDS = RANKS.map(rankId);

interface OutcomeRow {
  readonly state: string;
  readonly rank: number | null;
  readonly displaced: boolean;
  /** The wish granted was also a head's request. */
  readonly mutual: boolean;
  /** At least one wish was also a head's request. */
  readonly hopedMutually: boolean;
  readonly people: number;
}

const SQL = `
  SELECT p.state, CASE WHEN p.state = 'PLACED' THEN p.outcome_rank END AS rank, p.displaced,
         p.state = 'PLACED' AND coalesce(w.mutual, false) AS mutual,
         EXISTS (SELECT 1 FROM round_wish m WHERE m.organization_id = p.organization_id AND m.round_id = p.round_id AND m.employee_id = p.employee_id AND m.mutual) AS "hopedMutually",
         count(*) AS people
  FROM round_participant p
  LEFT JOIN round_wish w ON w.organization_id = p.organization_id AND w.round_id = p.round_id AND w.employee_id = p.employee_id AND w.choice_rank = p.outcome_rank
  WHERE p.organization_id = $1 AND p.round_id = $2 GROUP BY 1, 2, 3, 4, 5`;

/** The satisfaction of wishes as everybody may read it. */
export interface SatisfactionSummary {
  readonly participants: Figure;
  readonly placed: Figure;
  /** First to fifth wish. */
  readonly byRank: readonly Figure[];
  readonly stayed: Figure;
  readonly unmet: Figure;
  readonly outOfWish: Figure;
  readonly excluded: Figure;
  /** Placed by wish, of everybody with an entry in the snapshot. */
  readonly rate: Figure;
  readonly firstChoiceRate: Figure;
  /** Placed by wish, of everybody who got another post: as the precedents of 2006 and 2019 counted. */
  readonly rateOfMovers: Figure;
}

export const summaryOf = (shown: ShownCounts): SatisfactionSummary => ({
  participants: shown.of('PARTICIPANTS'), placed: shown.of('PLACED'), byRank: RANK_IDS.map(shown.of),
  stayed: shown.of('STAYED'), unmet: shown.of('UNMET'), outOfWish: shown.of('OUT_OF_WISH'), excluded: shown.of('EXCLUDED'),
  rate: shown.share('PLACED', 'PARTICIPANTS'), firstChoiceRate: shown.share('RANK_1', 'PARTICIPANTS'), rateOfMovers: shown.share('PLACED', 'MOVERS'),
});

const read = (rows: readonly OutcomeRow[], book: CountBook): void => {
  const count = (which: (row: OutcomeRow) => boolean): number => rows.filter(which).reduce((sum, { people }) => sum + people, 0);
  const got = ({ state }: OutcomeRow): boolean => state === 'PLACED' || state === 'OUT_OF_WISH';
  book.add('PARTICIPANTS', count(() => true), { keep: 1 });
  // Everybody can count the lines of the order itself, so this number is the last to be masked.
  book.add('MOVERS', count(got), { keep: 2 });
  book.add('PLACED', count(({ state }) => state === 'PLACED'), { keep: 1 });
  for (const rank of RANKS) book.add(rankId(rank), count((row) => row.rank === rank));
  for (const state of ['OUT_OF_WISH', 'STAYED', 'UNMET', 'EXCLUDED']) book.add(state, count((row) => row.state === state));
  book.line('PLACED', RANK_IDS);
  book.line('MOVERS', ['PLACED', 'OUT_OF_WISH']);
  book.line('PARTICIPANTS', ['MOVERS', 'STAYED', 'UNMET', 'EXCLUDED']);

  book.add('MUTUAL', count(({ mutual }) => mutual));
  book.add('NOT_MUTUAL', count(({ state, mutual }) => state === 'PLACED' && !mutual));
  book.add('HOPED_MUTUALLY', count(({ hopedMutually }) => hopedMutually));
  book.add('HOPED_IN_VAIN', count(({ hopedMutually, mutual }) => hopedMutually && !mutual));
  book.line('PLACED', ['MUTUAL', 'NOT_MUTUAL']);
  book.line('HOPED_MUTUALLY', ['MUTUAL', 'HOPED_IN_VAIN']);

  book.add('DISPLACED', count(({ displaced }) => displaced));
  book.add('DISPLACED_PLACED', count((row) => row.displaced && row.state === 'PLACED'));
  book.add('DISPLACED_OUT_OF_WISH', count((row) => row.displaced && row.state === 'OUT_OF_WISH'));
  book.add('DISPLACED_OTHERS', count((row) => row.displaced && !got(row)));
  book.line('DISPLACED', ['DISPLACED_PLACED', 'DISPLACED_OUT_OF_WISH', 'DISPLACED_OTHERS']);
};

const OUTCOMES = ['PARTICIPANTS', 'MOVERS', 'PLACED', ...RANK_IDS, 'OUT_OF_WISH', 'STAYED', 'UNMET', 'EXCLUDED'];
const RATES: Readonly<Record<string, readonly [parts: readonly string[], whole: string]>> = {
  RATE: [['PLACED'], 'PARTICIPANTS'], FIRST_RATE: [['RANK_1'], 'PARTICIPANTS'], TOP_THREE_RATE: [RANK_IDS.slice(0, 3), 'PARTICIPANTS'],
  RATE_OF_MOVERS: [['PLACED'], 'MOVERS'], FIRST_RATE_OF_MOVERS: [['RANK_1'], 'MOVERS'], TOP_THREE_RATE_OF_MOVERS: [RANK_IDS.slice(0, 3), 'MOVERS'],
};

/** What became of everybody with an entry in the snapshot, by wish rank; mutual wishes; displaced people. */
export const outcomes: Section = async ({ tx, round }, book) => {
  read(await tx.query<OutcomeRow>(SQL, [tx.organizationId, round.id]), book);
  return (shown) => {
    const table = (code: 'outcomes' | 'mutual' | 'displaced', rows: readonly string[], wholeOf: (row: string) => string) => reportTable(code, {
      rowTitle: 'item', columns: [heading('PEOPLE'), heading('SHARE')], rows: rows.map((row) => heading(row)),
      cell: (row, column) => (column.code === 'PEOPLE' ? shown.of(row.code) : shown.share(row.code, wholeOf(row.code))),
    });
    return [
      table('outcomes', OUTCOMES, () => 'PARTICIPANTS'),
      reportTable('satisfaction', {
        rowTitle: 'item', columns: ['PART', 'WHOLE', 'SHARE'].map((code) => heading(code)), rows: Object.keys(RATES).map((code) => heading(code)),
        cell: (row, column) => {
          const [parts, whole] = RATES[row.code] ?? [[], 'PARTICIPANTS'];
          const [part, all] = [shown.sum(parts), shown.of(whole)];
          return column.code === 'PART' ? part : column.code === 'WHOLE' ? all : ratio(part, all);
        },
      }),
      table('mutual', ['PLACED', 'MUTUAL', 'NOT_MUTUAL', 'HOPED_MUTUALLY', 'HOPED_IN_VAIN'], (row) => (row.startsWith('HOPED') ? 'HOPED_MUTUALLY' : 'PLACED')),
      table('displaced', ['DISPLACED', 'DISPLACED_PLACED', 'DISPLACED_OUT_OF_WISH', 'DISPLACED_OTHERS'], () => 'DISPLACED'),
    ];
  };
};
