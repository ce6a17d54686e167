import { bilingual, type Tx } from '#platform';
import type { PlacementRound } from '../round/placement-round.entity.js';
import type { RunCertificate } from '../run/perform-run.js';
import { loadPostBook, postOf } from '../support/post-book.js';
import type { CommitteePack, PackCertificate, PackMove, PackOutcomes } from './pack.js';

export const loadOutcomes = async (tx: Tx, roundId: string): Promise<PackOutcomes> => {
  const rows = await tx.query<{ state: string; rank: number | null; displaced: boolean; moves: boolean; people: number }>(
    `SELECT state, CASE WHEN state = 'PLACED' THEN outcome_rank END AS rank, displaced, outcome_position_id IS DISTINCT FROM current_position_id AS moves, count(*) AS people
     FROM round_participant WHERE organization_id = $1 AND round_id = $2 GROUP BY 1, 2, 3, 4`, [tx.organizationId, roundId]);
  type Row = (typeof rows)[number];
  const count = (which: (row: Row) => boolean): number => rows.filter(which).reduce((sum, { people }) => sum + people, 0);
  const inState = (state: string): number => count((row) => row.state === state);
  const isPlaced = ({ state }: Row): boolean => state === 'PLACED' || state === 'OUT_OF_WISH';
  return {
    participants: count(() => true), placed: inState('PLACED'), byRank: [1, 2, 3, 4, 5].map((rank) => count((row) => row.rank === rank)),
    stayed: inState('STAYED'), unmet: inState('UNMET'), outOfWish: inState('OUT_OF_WISH'), excluded: inState('EXCLUDED'),
    movers: count((row) => isPlaced(row) && row.moves),
    displaced: { people: count(({ displaced }) => displaced), placed: count((row) => row.displaced && isPlaced(row)) },
  };
};

const CHECKS = ['feasible', 'individuallyRational', 'nonWasteful', 'noJustifiedEnvy'];

const reading = (finding: unknown): { readonly holds: boolean; readonly count: number } => {
  const { holds = false, count = holds ? 0 : 1 } = (finding ?? {}) as { readonly holds?: boolean; readonly count?: number };
  return { holds, count };
};

/** The proofs that came with the run, phase by phase: what every committee asks about, and what the mechanism promises besides. */
export const certificateOf = ({ holds, phases }: RunCertificate): PackCertificate => ({
  holds,
  checks: phases.flatMap(({ pool: phase, mechanism, promised, ...findings }) => {
    const finding: Readonly<Record<string, unknown>> = findings;
    return [...new Set([...CHECKS, ...promised])].map((code) => ({ phase, mechanism, code, promised: promised.includes(code), ...reading(finding[code]) }));
  }),
});

interface MoveRow extends Omit<PackMove, 'from' | 'to'> {
  readonly currentPositionId: string | null;
  readonly outcomePositionId: string | null;
}

/** Everybody who goes elsewhere, by employee number. */
export const loadMoves = async (tx: Tx, round: PlacementRound): Promise<PackMove[]> => {
  const posts = await loadPostBook(tx, round.effectiveOn);
  const rows = await tx.query<MoveRow>(
    `SELECT e.employee_number AS "employeeNumber", e.name, e.grade, e.job_series AS "jobSeries", p.current_position_id AS "currentPositionId", p.outcome_position_id AS "outcomePositionId",
            CASE WHEN p.outcome_source = 'OVERRIDE' THEN 'OVERRIDE' WHEN p.state = 'OUT_OF_WISH' THEN 'OUT_OF_WISH' ELSE 'WISH' END AS basis,
            CASE WHEN p.state <> 'OUT_OF_WISH' OR (p.outcome_source = 'OVERRIDE' AND (
              SELECT o.ground_code FROM placement_override o WHERE o.organization_id = p.organization_id AND o.round_id = p.round_id AND o.employee_id = p.employee_id AND o.state = 'APPROVED'
              ORDER BY o.decided_at DESC LIMIT 1) = 'HARDSHIP') THEN NULL ELSE p.outcome_reason END AS reason
     FROM round_participant p JOIN employee e ON e.organization_id = p.organization_id AND e.id = p.employee_id
     WHERE p.organization_id = $1 AND p.round_id = $2 AND p.state IN ('PLACED', 'OUT_OF_WISH') AND p.outcome_position_id IS DISTINCT FROM p.current_position_id
     ORDER BY e.employee_number COLLATE "C"`, [tx.organizationId, round.id]);
  return rows.map(({ currentPositionId, outcomePositionId, ...move }) => ({ ...move, from: postOf(posts, currentPositionId), to: postOf(posts, outcomePositionId) }));
};

/** Granted exceptions by rule and ground; a number, because the grounds behind them are personal. */
export const loadWaivers = async (tx: Tx, roundId: string): Promise<CommitteePack['waivers']> => {
  const rows = await tx.query<{ ruleCode: string; groundCode: string; count: number }>(
    `SELECT rule_code AS "ruleCode", ground_code AS "groundCode", count(*) AS count FROM rule_waiver
     WHERE organization_id = $1 AND round_id = $2 AND state = 'GRANTED' GROUP BY 1, 2 ORDER BY 1, 2`, [tx.organizationId, roundId]);
  return rows.map(({ ruleCode, groundCode, count }) => ({ rule: bilingual(`rule.${ruleCode}.title`), groundCode, count }));
};
