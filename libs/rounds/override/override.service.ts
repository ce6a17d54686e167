import { Injectable } from '@nestjs/common';
import { AuditService, Clock, foundOr404, JariError, newId, refuseIfFaulty, type Tx } from '#platform';
import type { FrozenCriteria } from '../criteria/frozen-criteria.js';
import { EarlyMoveService } from '../early-move/early-move.service.js';
import { loadPlacement, type CurrentPlacement } from '../placement/current-placement.js';
import type { ProposedMove } from '../placement/proposed-move.js';
import { RecusalGuard } from '../recusal/recusal-guard.js';
import type { PlacementRound } from '../round/placement-round.entity.js';
import { RoundStore } from '../round/round-store.js';
import { earlyMove } from '../rules/setting/early-move.js';
import { actingAccountId, readsPersonalGrounds } from '../support/actor.js';
import { ViolationService } from '../violation/violation.service.js';
import { admittedGrounds, overrideFaults } from './override-faults.js';
import { OVERRIDE_LIFECYCLE, type OverrideGround, type OverrideState } from './override-ground.js';
import { queryOverrides, type OverrideView } from './override-query.js';
import { PlacementOverride } from './placement-override.entity.js';

export interface OverrideProposal {
  readonly groundCode: OverrideGround;
  readonly groundText: string;
  /** The finding that the moves are to resolve. */
  readonly violationId: string | null;
  /** Carried out together or not at all: how people change places. */
  readonly moves: readonly ProposedMove[];
}

/** HR's departures from the run: one person proposes with a ground, another decides. */
@Injectable()
export class OverrideService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rounds: RoundStore,
    private readonly recusals: RecusalGuard,
    private readonly earlyMoves: EarlyMoveService,
    private readonly violations: ViolationService,
  ) {}

  /** The proposals of a round. Grounds of hardship are for HR alone. */
  async list(tx: Tx, roundId: string): Promise<OverrideView[]> {
    const round = await this.rounds.find(tx, roundId);
    return queryOverrides(tx, { roundId, proposalId: null, withPersonalGrounds: readsPersonalGrounds(tx), on: round.effectiveOn });
  }

  /**
   * @throws JariError ROUND_WRONG_STATE, OFFICER_RECUSED, EARLY_MOVE_CAP_EXCEEDED, VIOLATION_NOT_FOUND, VIOLATION_NOT_OPEN, and
   * VALIDATION_FAILED with every fault: NOT_A_PARTICIPANT, POST_NOT_IN_ROUND, OVERRIDE_NO_PLACE, rule.CODE.text, …
   */
  async propose(tx: Tx, roundId: string, { groundCode, groundText, violationId, moves }: OverrideProposal): Promise<OverrideView> {
    const round = await this.rounds.lock(tx, roundId);
    this.rounds.requireState(round, 'MATCHED', 'REVIEWED');
    const subjects = moves.map(({ employeeId }) => employeeId);
    await this.recusals.requireFreeInRound(tx, roundId, subjects);
    await this.requireOpenViolation(tx, roundId, violationId);
    const placement = await loadPlacement(tx, round);
    this.requireSound(round, placement, moves);
    const waiting = await tx.one(`SELECT 1 FROM placement_override WHERE organization_id = $1 AND round_id = $2 AND employee_id = ANY($3::uuid[]) AND state = 'PROPOSED'`, [
      tx.organizationId, roundId, subjects,
    ]);
    if (waiting) throw new JariError('OVERRIDE_ALREADY_PROPOSED');
    await this.earlyMoves.requireRoom(tx, round, moves);
    const proposalId = newId();
    const rows = moves.map((move) => ({ ...move, overrideId: newId() }));
    await tx.repository(PlacementOverride).insert(rows.map(({ overrideId, employeeId, toPositionId }) => ({
      organizationId: tx.organizationId, id: overrideId, proposalId, roundId, employeeId, toPositionId, groundCode, groundText, violationId, state: OVERRIDE_LIFECYCLE.start,
      fromPositionId: placement.people.get(employeeId)?.outcomePositionId ?? null, proposedAt: this.clock.now(), proposedByAccountId: this.account(tx),
    })));
    await this.earlyMoves.propose(tx, round, rows);
    await this.audit.record(tx, ...moves.map(({ employeeId, toPositionId, earlyMoveGround }) => ({
      action: 'override.propose', subjectType: 'employee', subjectId: employeeId, after: { roundId, proposalId, toPositionId, groundCode, earlyMoveGround },
    })));
    return this.read(tx, round, proposalId);
  }

  /**
   * The second person's word. Places and rules are looked at again: the placement may have changed since.
   * @throws JariError OVERRIDE_SECOND_PERSON when proposer and decider are one, OVERRIDE_NOT_FOUND, IMPOSSIBLE_TRANSITION
   */
  async decide(tx: Tx, roundId: string, proposalId: string, approved: boolean, decisionText: string | null): Promise<OverrideView> {
    const { round, rows } = await this.open(tx, roundId, proposalId);
    await this.recusals.requireFreeInRound(tx, roundId, rows.map(({ employeeId }) => employeeId));
    this.requireSecondPerson(tx, rows);
    for (const { state } of rows) OVERRIDE_LIFECYCLE.requireTransition(state, approved ? 'APPROVED' : 'REJECTED');
    if (!approved && (decisionText === null || decisionText === '')) throw new JariError('ROUND_REASON_REQUIRED');
    if (approved) await this.carryOut(tx, round, rows);
    await this.settle(tx, round, rows, approved ? 'APPROVED' : 'REJECTED', decisionText);
    return this.read(tx, round, proposalId);
  }

  /** The proposer takes it back before it is decided. */
  async withdraw(tx: Tx, roundId: string, proposalId: string): Promise<OverrideView> {
    const { round, rows } = await this.open(tx, roundId, proposalId);
    if (rows.some(({ proposedByAccountId }) => proposedByAccountId !== actingAccountId(tx))) throw new JariError('OVERRIDE_NOT_YOURS');
    if (rows.some(({ state }) => state !== 'PROPOSED')) throw new JariError('IMPOSSIBLE_TRANSITION', { from: rows[0]?.state ?? '', to: 'WITHDRAWN' });
    await this.settle(tx, round, rows, 'WITHDRAWN', null);
    return this.read(tx, round, proposalId);
  }

  private async open(tx: Tx, roundId: string, proposalId: string): Promise<{ round: PlacementRound; rows: PlacementOverride[] }> {
    const round = await this.rounds.lock(tx, roundId);
    const rows = await tx.repository(PlacementOverride).find({ where: { organizationId: tx.organizationId, roundId, proposalId } });
    if (rows.length === 0) throw new JariError('OVERRIDE_NOT_FOUND');
    this.rounds.requireState(round, 'MATCHED', 'REVIEWED');
    return { round, rows };
  }

  private requireSound(round: PlacementRound, placement: CurrentPlacement, moves: readonly ProposedMove[]): void {
    refuseIfFaulty(overrideFaults(placement, moves, admittedGrounds((round.criteria as FrozenCriteria)[earlyMove.code]?.value)));
  }

  /** An employee has one account, so two accounts are two people. */
  private requireSecondPerson(tx: Tx, rows: readonly PlacementOverride[]): void {
    const account = actingAccountId(tx);
    if (account === null || rows.some(({ proposedByAccountId }) => proposedByAccountId === account)) throw new JariError('OVERRIDE_SECOND_PERSON');
  }

  private async carryOut(tx: Tx, round: PlacementRound, rows: readonly PlacementOverride[]): Promise<void> {
    const noted = await tx.query<{ overrideId: string; ground: ProposedMove['earlyMoveGround']; resolution: string | null }>(
      `SELECT override_id AS "overrideId", ground_code AS ground, committee_resolution AS resolution FROM early_move WHERE organization_id = $1 AND override_id = ANY($2::uuid[])`,
      [tx.organizationId, rows.map(({ id }) => id)]);
    const early = new Map(noted.map((row) => [row.overrideId, row]));
    const moves = rows.map(({ id, employeeId, toPositionId }) => ({
      employeeId, toPositionId, earlyMoveGround: early.get(id)?.ground ?? null, committeeResolution: early.get(id)?.resolution ?? null,
    }));
    const placement = await loadPlacement(tx, round);
    this.requireSound(round, placement, moves);
    await this.earlyMoves.requireRoom(tx, round, moves);
    const outcomes = rows.map(({ employeeId, toPositionId, groundText }) => {
      const participant = placement.people.get(employeeId);
      const rank = participant?.wishes.get(toPositionId) ?? null;
      const state = toPositionId === participant?.currentPositionId ? 'STAYED' : rank === null ? 'OUT_OF_WISH' : 'PLACED';
      return { employeeId, toPositionId, groundText, state, rank: state === 'PLACED' ? rank : null };
    });
    await tx.execute(
      `UPDATE round_participant p SET state = o.state, outcome_position_id = o."toPositionId", outcome_rank = o.rank, outcome_source = 'OVERRIDE', outcome_reason = o."groundText"
       FROM jsonb_to_recordset($3::jsonb) AS o("employeeId" uuid, "toPositionId" uuid, "groundText" text, state text, rank integer)
       WHERE p.organization_id = $1 AND p.round_id = $2 AND p.employee_id = o."employeeId"`,
      [tx.organizationId, round.id, JSON.stringify(outcomes)]);
  }

  private async settle(tx: Tx, round: PlacementRound, rows: readonly PlacementOverride[], state: OverrideState, decisionText: string | null): Promise<void> {
    for (const row of rows) {
      OVERRIDE_LIFECYCLE.requireTransition(row.state, state);
      Object.assign(row, { state, decisionText, decidedAt: this.clock.now(), decidedByAccountId: actingAccountId(tx) });
    }
    await tx.repository(PlacementOverride).save([...rows]);
    const ids = rows.map(({ id }) => id);
    if (state === 'APPROVED') {
      await this.violations.refresh(tx, round);
      await this.earlyMoves.refresh(tx, round);
      await this.nameResolution(tx, rows);
    } else await this.earlyMoves.dropProposal(tx, ids);
    await this.audit.record(tx, ...rows.map(({ employeeId, proposalId, fromPositionId, toPositionId }) => ({
      action: `override.${state.toLowerCase()}`, subjectType: 'employee', subjectId: employeeId,
      before: { positionId: fromPositionId }, after: { roundId: round.id, proposalId, positionId: state === 'APPROVED' ? toPositionId : fromPositionId },
    })));
  }

  /** The finding that the moves were meant to resolve, when it is gone, says by whom. */
  private async nameResolution(tx: Tx, rows: readonly PlacementOverride[]): Promise<void> {
    const violationIds = rows.flatMap(({ violationId }) => violationId ?? []);
    await tx.execute(`UPDATE round_violation SET resolved_by_account_id = $3 WHERE organization_id = $1 AND id = ANY($2::uuid[]) AND state = 'RESOLVED'`, [
      tx.organizationId, violationIds, actingAccountId(tx),
    ]);
  }

  private async requireOpenViolation(tx: Tx, roundId: string, violationId: string | null): Promise<void> {
    if (violationId === null) return;
    const row = foundOr404(
      await tx.one<{ state: string }>(`SELECT v.state FROM round_violation v JOIN placement_round r ON r.organization_id = v.organization_id AND r.adopted_run_id = v.run_id
         WHERE v.organization_id = $1 AND r.id = $2 AND v.id = $3`, [tx.organizationId, roundId, violationId]),
      'VIOLATION_NOT_FOUND');
    if (row.state !== 'OPEN') throw new JariError('VIOLATION_NOT_OPEN');
  }

  private account(tx: Tx): string {
    return foundOr404(actingAccountId(tx), 'NOT_SIGNED_IN');
  }

  private async read(tx: Tx, round: PlacementRound, proposalId: string): Promise<OverrideView> {
    const [view] = await queryOverrides(tx, { roundId: round.id, proposalId, withPersonalGrounds: readsPersonalGrounds(tx), on: round.effectiveOn });
    return foundOr404(view, 'OVERRIDE_NOT_FOUND');
  }
}
