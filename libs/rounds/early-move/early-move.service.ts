import { Injectable } from '@nestjs/common';
import { Clock, JariError, newId, type Tx } from '#platform';
import { CriteriaService } from '../criteria/criteria.service.js';
import type { FrozenCriteria } from '../criteria/frozen-criteria.js';
import { loadPlacement, type CurrentPlacement } from '../placement/current-placement.js';
import { isEarly } from '../placement/hindrances.js';
import type { ProposedMove } from '../placement/proposed-move.js';
import type { PlacementRound } from '../round/placement-round.entity.js';
import { EARLY_MOVE_GROUNDS, type EarlyMoveGround } from '../facts/early-move-ground.js';
import { earlyMove } from '../rules/setting/early-move.js';
import { TENURE_RULES } from '../waiver/waiver.service.js';

/** Moves before the minimum tenure in one year, against the cap on those at the appointing authority's discretion. */
export interface EarlyMoveCount {
  readonly year: number;
  readonly capPercent: number;
  /** Transfers of the year: ordered ones and those of rounds under way. */
  readonly transfers: number;
  /** The most discretionary early moves the year allows now, rounded down. */
  readonly cap: number;
  /** Discretionary early moves, proposed ones included. */
  readonly used: number;
  readonly remaining: number;
  /** Every discretionary one is put before the personnel committee. */
  readonly committeeReviewNeeded: boolean;
  readonly byGround: readonly { readonly ground: EarlyMoveGround; readonly proposed: number; readonly effected: number }[];
}

interface GroundCount {
  readonly ground: EarlyMoveGround;
  readonly proposed: number;
  readonly effected: number;
}

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** Counts early moves live (지방공무원 임용령 §27: discretionary ones are capped at a share of the year's transfers). */
@Injectable()
export class EarlyMoveService {
  constructor(
    private readonly clock: Clock,
    private readonly criteria: CriteriaService,
  ) {}

  /** @param year without one the current year */
  async count(tx: Tx, year: number = yearOf(this.clock.today())): Promise<EarlyMoveCount> {
    const criterion = (await this.criteria.at(tx, this.clock.today())).find(({ code }) => code === earlyMove.code);
    return this.against(tx, year, earlyMove.of(criterion?.value ?? earlyMove.standard).discretionCapPercent);
  }

  /** As the round's own criteria cap it. */
  countFor(tx: Tx, round: PlacementRound): Promise<EarlyMoveCount> {
    const criterion = (round.criteria as FrozenCriteria)[earlyMove.code];
    return this.against(tx, yearOf(round.effectiveOn), earlyMove.of(criterion?.value ?? earlyMove.standard).discretionCapPercent);
  }

  /** Refuses discretionary moves beyond the cap without a resolution of the committee. @throws JariError EARLY_MOVE_CAP_EXCEEDED */
  async requireRoom(tx: Tx, round: PlacementRound, moves: readonly ProposedMove[]): Promise<void> {
    const discretionary = moves.filter(({ earlyMoveGround }) => earlyMoveGround === 'DISCRETION');
    if (discretionary.length === 0) return;
    const { used, cap } = await this.countFor(tx, round);
    const known = await tx.one<{ count: number }>(
      `SELECT count(DISTINCT employee_id) AS count FROM early_move
       WHERE organization_id = $1 AND round_id = $2 AND employee_id = ANY($3::uuid[]) AND ground_code = 'DISCRETION' AND state <> 'WITHDRAWN'`,
      [tx.organizationId, round.id, discretionary.map(({ employeeId }) => employeeId)]);
    const wanted = used + discretionary.length - (known?.count ?? 0);
    if (wanted > cap && discretionary.some(({ committeeResolution }) => committeeResolution === null)) throw new JariError('EARLY_MOVE_CAP_EXCEEDED', { used, cap });
  }

  /** Notes the early moves of a proposal that waits for the second person. */
  async propose(tx: Tx, round: PlacementRound, moves: readonly (ProposedMove & { readonly overrideId: string })[]): Promise<void> {
    const rows = moves.filter(({ earlyMoveGround }) => earlyMoveGround !== null)
      .map(({ employeeId, earlyMoveGround: ground, overrideId, committeeResolution: resolution }) => ({ id: newId(), employeeId, ground, overrideId, resolution }));
    await this.insert(tx, round, rows);
  }

  /** A proposal came to nothing. */
  async dropProposal(tx: Tx, overrideIds: readonly string[]): Promise<void> {
    await tx.execute(`UPDATE early_move SET state = 'WITHDRAWN' WHERE organization_id = $1 AND override_id = ANY($2::uuid[]) AND state = 'PROPOSED'`, [tx.organizationId, overrideIds]);
  }

  /**
   * Brings the count in line with the placement as it is: moves that rest on a granted exception come in, moves that are
   * no more go out. To be called whenever outcomes change.
   */
  async refresh(tx: Tx, round: PlacementRound): Promise<void> {
    const placement = await loadPlacement(tx, round);
    const early = [...placement.people.values()].filter((participant) => this.movesEarly(placement, participant.employeeId));
    const ids = early.map(({ employeeId }) => employeeId);
    await tx.execute(
      `UPDATE early_move m SET state = 'WITHDRAWN' WHERE organization_id = $1 AND round_id = $2 AND state = 'PROPOSED' AND NOT (employee_id = ANY($3::uuid[]))
         AND NOT EXISTS (SELECT 1 FROM placement_override o WHERE o.organization_id = $1 AND o.id = m.override_id AND o.state = 'PROPOSED')`,
      [tx.organizationId, round.id, ids]);
    const noted = await tx.query<{ employeeId: string }>(
      `SELECT DISTINCT employee_id AS "employeeId" FROM early_move WHERE organization_id = $1 AND round_id = $2 AND state <> 'WITHDRAWN'`, [tx.organizationId, round.id]);
    const known = new Set(noted.map(({ employeeId }) => employeeId));
    const waivers = await tx.query<{ id: string; employeeId: string; ground: string; resolution: string | null }>(
      `SELECT DISTINCT ON (employee_id) id, employee_id AS "employeeId", ground_code AS ground, committee_resolution AS resolution FROM rule_waiver
       WHERE organization_id = $1 AND round_id = $2 AND state = 'GRANTED' AND rule_code = ANY($3::text[]) AND employee_id = ANY($4::uuid[])
       ORDER BY employee_id, requested_at`, [tx.organizationId, round.id, TENURE_RULES, ids]);
    const rows = waivers.filter(({ employeeId }) => !known.has(employeeId))
      .map(({ id: waiverId, employeeId, ground, resolution }) => ({ id: newId(), employeeId, ground, waiverId, resolution }));
    await this.insert(tx, round, rows);
  }

  private movesEarly(placement: CurrentPlacement, employeeId: string): boolean {
    const participant = placement.people.get(employeeId);
    if (participant === undefined || participant.outcomePositionId === null || !['PLACED', 'OUT_OF_WISH'].includes(participant.state)) return false;
    return isEarly(placement, participant, participant.outcomePositionId);
  }

  private async insert(tx: Tx, round: PlacementRound, rows: readonly object[]): Promise<void> {
    if (rows.length === 0) return;
    await tx.execute(
      `INSERT INTO early_move (organization_id, id, round_id, employee_id, year, ground_code, waiver_id, override_id, committee_resolution, state, recorded_at)
       SELECT $1, m.id, $2, m."employeeId", $3, m.ground, m."waiverId", m."overrideId", m.resolution, 'PROPOSED', $4
       FROM jsonb_to_recordset($5::jsonb) AS m(id uuid, "employeeId" uuid, ground text, "waiverId" uuid, "overrideId" uuid, resolution text)`,
      [tx.organizationId, round.id, yearOf(round.effectiveOn), this.clock.now(), JSON.stringify(rows)]);
  }

  private async against(tx: Tx, year: number, capPercent: number): Promise<EarlyMoveCount> {
    const grounds = await tx.query<GroundCount>(
      `SELECT ground_code AS ground, count(DISTINCT employee_id) FILTER (WHERE state = 'PROPOSED') AS proposed, count(DISTINCT employee_id) FILTER (WHERE state = 'EFFECTED') AS effected
       FROM early_move WHERE organization_id = $1 AND year = $2 AND state <> 'WITHDRAWN' GROUP BY ground_code`, [tx.organizationId, year]);
    const moves = await tx.one<{ transfers: number }>(
      `SELECT (SELECT count(*) FROM order_item i JOIN personnel_order o ON o.organization_id = i.organization_id AND o.id = i.order_id
               WHERE i.organization_id = $1 AND o.kind = 'ORIGINAL' AND o.state = 'ISSUED' AND extract(year FROM o.effective_on) = $2 AND i.from_position_id IS DISTINCT FROM i.to_position_id)
            + (SELECT count(*) FROM round_participant p JOIN placement_round r ON r.organization_id = p.organization_id AND r.id = p.round_id
               WHERE p.organization_id = $1 AND r.state IN ('MATCHED', 'REVIEWED', 'APPROVED') AND extract(year FROM r.effective_on) = $2
                 AND p.state IN ('PLACED', 'OUT_OF_WISH') AND p.outcome_position_id IS DISTINCT FROM p.current_position_id) AS transfers`,
      [tx.organizationId, year]);
    const transfers = moves?.transfers ?? 0;
    const cap = Math.floor((transfers * capPercent) / 100);
    const discretion = grounds.find(({ ground }) => ground === 'DISCRETION');
    const used = (discretion?.proposed ?? 0) + (discretion?.effected ?? 0);
    return {
      year, capPercent, transfers, cap, used, remaining: Math.max(0, cap - used), committeeReviewNeeded: (discretion?.proposed ?? 0) > 0,
      byGround: EARLY_MOVE_GROUNDS.map((ground) => grounds.find((row) => row.ground === ground) ?? { ground, proposed: 0, effected: 0 }),
    };
  }
}
