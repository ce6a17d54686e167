import type { Tx } from '#platform';
import type { EarlyMoveGround } from '../facts/early-move-ground.js';
import { loadPostBook, postOf, type NamedPost } from '../support/post-book.js';
import type { OverrideGround, OverrideState } from './override-ground.js';

export interface OverrideMoveView {
  readonly id: string;
  readonly employeeId: string;
  readonly employeeNumber: string;
  readonly name: string;
  readonly grade: number;
  readonly jobSeries: string;
  readonly from: NamedPost | null;
  readonly to: NamedPost | null;
  readonly earlyMoveGround: EarlyMoveGround | null;
}

/** Moves that are proposed and decided as one. */
export interface OverrideView {
  readonly id: string;
  readonly roundId: string;
  readonly state: OverrideState;
  readonly groundCode: OverrideGround;
  /** null when the ground is personal and the reader is not HR. */
  readonly groundText: string | null;
  readonly violationId: string | null;
  readonly proposedAt: Date;
  readonly proposedBy: string;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly decisionText: string | null;
  readonly moves: readonly OverrideMoveView[];
}

interface OverrideRow extends Omit<OverrideView, 'id' | 'moves'>, Omit<OverrideMoveView, 'from' | 'to'> {
  readonly proposalId: string;
  readonly fromPositionId: string | null;
  readonly toPositionId: string;
}

export interface OverrideReading {
  readonly roundId: string;
  readonly proposalId: string | null;
  /** HR reads personal grounds; nobody else does. */
  readonly withPersonalGrounds: boolean;
  readonly on: string;
}

const SQL = `
  SELECT o.proposal_id AS "proposalId", o.id, o.round_id AS "roundId", o.state, o.ground_code AS "groundCode", o.ground_text AS "groundText", o.violation_id AS "violationId",
         o.proposed_at AS "proposedAt", coalesce(pe.name, pa.sign_in_name) AS "proposedBy", o.decided_at AS "decidedAt", coalesce(de.name, da.sign_in_name) AS "decidedBy",
         o.decision_text AS "decisionText", o.employee_id AS "employeeId", e.employee_number AS "employeeNumber", e.name, e.grade, e.job_series AS "jobSeries",
         o.from_position_id AS "fromPositionId", o.to_position_id AS "toPositionId",
         (SELECT m.ground_code FROM early_move m WHERE m.organization_id = o.organization_id AND m.override_id = o.id LIMIT 1) AS "earlyMoveGround"
  FROM placement_override o
  JOIN employee e ON e.organization_id = o.organization_id AND e.id = o.employee_id
  JOIN account pa ON pa.organization_id = o.organization_id AND pa.id = o.proposed_by_account_id
  LEFT JOIN employee pe ON pe.organization_id = pa.organization_id AND pe.id = pa.employee_id
  LEFT JOIN account da ON da.organization_id = o.organization_id AND da.id = o.decided_by_account_id
  LEFT JOIN employee de ON de.organization_id = da.organization_id AND de.id = da.employee_id
  WHERE o.organization_id = $1 AND o.round_id = $2 AND ($3::uuid IS NULL OR o.proposal_id = $3)
  ORDER BY o.proposed_at, o.proposal_id, e.employee_number`;

/** Proposals, the oldest first. */
export const queryOverrides = async (tx: Tx, { roundId, proposalId, withPersonalGrounds, on }: OverrideReading): Promise<OverrideView[]> => {
  const rows = await tx.query<OverrideRow>(SQL, [tx.organizationId, roundId, proposalId]);
  if (rows.length === 0) return [];
  const posts = await loadPostBook(tx, on);
  const proposals = new Map<string, OverrideView>();
  for (const row of rows) {
    const { id, employeeId, employeeNumber, name, grade, jobSeries, fromPositionId, toPositionId, earlyMoveGround, proposalId: proposal, ...shared } = row;
    const move = { id, employeeId, employeeNumber, name, grade, jobSeries, earlyMoveGround, from: postOf(posts, fromPositionId), to: postOf(posts, toPositionId) };
    const known = proposals.get(proposal);
    const hidden = row.groundCode === 'HARDSHIP' && !withPersonalGrounds;
    proposals.set(proposal, known
      ? { ...known, moves: [...known.moves, move] }
      : { ...shared, id: proposal, groundText: hidden ? null : row.groundText, decisionText: hidden ? null : row.decisionText, moves: [move] });
  }
  return [...proposals.values()];
};
