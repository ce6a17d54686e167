import { EARLY_MOVE_GROUNDS, earlyMove, type FrozenCriteria } from '#rounds';
import { plain } from '../figures/figure.js';
import { heading, reportTable } from '../figures/headings.js';
import type { Section } from './section.js';

interface GroundRow {
  /** null in the sum. */
  readonly ground: string | null;
  readonly count: number;
  readonly people: number;
}

const OVERRIDE_GROUNDS = ['VIOLATION', 'HARDSHIP', 'DUTY_NEED', 'FACT_CORRECTION', 'COMMITTEE_REQUEST', 'NO_PLACE'] as const;
const TOTAL = 'TOTAL';

const EARLY = `
  SELECT ground_code AS ground, count(DISTINCT (employee_id, round_id)) AS count, count(DISTINCT employee_id) AS people FROM early_move
  WHERE organization_id = $1 AND year = $2 AND state <> 'WITHDRAWN' GROUP BY ROLLUP (ground_code)`;

const OVERRIDES = `
  SELECT ground_code AS ground, count(*) AS count, count(DISTINCT employee_id) AS people FROM placement_override
  WHERE organization_id = $1 AND round_id = $2 AND state = 'APPROVED' GROUP BY ROLLUP (ground_code)`;

/** Transfers of the year: those of issued orders, and those of rounds on their way to one. */
const TRANSFERS = `
  SELECT (SELECT count(*) FROM order_item i JOIN personnel_order o ON o.organization_id = i.organization_id AND o.id = i.order_id
          WHERE i.organization_id = $1 AND o.kind = 'ORIGINAL' AND o.state = 'ISSUED' AND extract(year FROM o.effective_on) = $2 AND i.from_position_id IS DISTINCT FROM i.to_position_id)
       + (SELECT count(*) FROM round_participant p JOIN placement_round r ON r.organization_id = p.organization_id AND r.id = p.round_id
          WHERE p.organization_id = $1 AND r.state IN ('MATCHED', 'REVIEWED', 'APPROVED') AND extract(year FROM r.effective_on) = $2
            AND p.state IN ('PLACED', 'OUT_OF_WISH') AND p.outcome_position_id IS DISTINCT FROM p.current_position_id) AS transfers`;

/** Early moves of the year by ground against the cap on discretionary ones, and the round's overrides by ground. */
export const decisions: Section = async ({ tx, round }, book) => {
  const year = Number(round.effectiveOn.slice(0, 4));
  const early = await tx.query<GroundRow>(EARLY, [tx.organizationId, year]);
  const overrides = await tx.query<GroundRow>(OVERRIDES, [tx.organizationId, round.id]);
  const { transfers = 0 } = (await tx.one<{ transfers: number }>(TRANSFERS, [tx.organizationId, year])) ?? {};
  const capPercent = earlyMove.of((round.criteria as FrozenCriteria)[earlyMove.code]?.value ?? earlyMove.standard).discretionCapPercent;

  const groundsOf = (prefix: string, known: readonly string[], rows: readonly GroundRow[]): readonly string[] => {
    const codes = [...new Set([...known, ...rows.flatMap(({ ground }) => ground ?? [])])];
    // Somebody moved twice on two grounds stands under both, so the sum is that of the lines.
    const all = rows.filter(({ ground }) => ground !== null).reduce((sum, { count }) => sum + count, 0);
    book.add(`${prefix}:${TOTAL}`, all, { people: rows.find(({ ground }) => ground === null)?.people ?? 0 });
    for (const code of codes) {
      const { count = 0, people = 0 } = rows.find(({ ground }) => ground === code) ?? {};
      book.add(`${prefix}:${code}`, count, { people });
    }
    book.line(`${prefix}:${TOTAL}`, codes.map((code) => `${prefix}:${code}`));
    return codes;
  };
  const earlyGrounds = groundsOf('early', EARLY_MOVE_GROUNDS, early);
  const overrideGrounds = groundsOf('override', OVERRIDE_GROUNDS, overrides);
  book.add('transfers', transfers, { keep: 2 });

  return (shown) => [
    reportTable('earlyMoves', {
      rowTitle: 'ground', columns: [heading('MOVES'), heading('SHARE')], rows: [...earlyGrounds.map((code) => heading(code, `report.early.${code}`)), heading(TOTAL)],
      cell: ({ code }, column) => (column.code === 'MOVES' ? shown.of(`early:${code}`) : shown.share(`early:${code}`, `early:${TOTAL}`)),
    }),
    reportTable('earlyMoveCap', {
      rowTitle: 'item', columns: [heading('FIGURE')], rows: ['TRANSFERS', 'CAP_SHARE', 'CAP', 'USED', 'USED_SHARE'].map((code) => heading(code)),
      cell: ({ code }) => {
        switch (code) {
          case 'TRANSFERS': return shown.of('transfers');
          case 'CAP_SHARE': return plain(capPercent / 100);
          case 'CAP': return shown.derive('transfers', (value) => Math.floor((value * capPercent) / 100));
          case 'USED': return shown.of('early:DISCRETION');
          default: return shown.share('early:DISCRETION', 'transfers');
        }
      },
    }),
    reportTable('overrides', {
      rowTitle: 'ground', columns: [heading('MOVES'), heading('SHARE')], rows: [...overrideGrounds.map((code) => heading(code, `report.override.${code}`)), heading(TOTAL)],
      cell: ({ code }, column) => (column.code === 'MOVES' ? shown.of(`override:${code}`) : shown.share(`override:${code}`, `override:${TOTAL}`)),
    }),
  ];
};
