import { Injectable } from '@nestjs/common';
import { AuditService, bilingual, Clock, foundOr404, JariError, newId, type Tx } from '#platform';
import { NoticeService } from '../notice/notice.service.js';
import type { PlacementRound } from '../round/placement-round.entity.js';
import { RecusalGuard } from '../recusal/recusal-guard.js';
import { RoundStore } from '../round/round-store.js';
import type { EarlyMoveGround } from '../facts/early-move-ground.js';
import { earlyMove } from '../rules/setting/early-move.js';
import { SnapshotService } from '../snapshot/snapshot.service.js';
import { actingAccountId } from '../support/actor.js';
import type { FrozenCriteria } from '../criteria/frozen-criteria.js';
import { RuleWaiver } from './rule-waiver.entity.js';

/** Rules from which an exception can be granted. */
export const WAIVABLE_RULES = ['MINIMUM_TENURE', 'SPECIALIST_TENURE', 'FIT_SERIES', 'FIT_GRADE', 'FIT_LICENCE'] as const;
export type WaivableRule = (typeof WAIVABLE_RULES)[number];

/** The two rules of tenure, whose exceptions count as early moves. */
export const TENURE_RULES: readonly string[] = ['MINIMUM_TENURE', 'SPECIALIST_TENURE'];

export interface WaiverRequest {
  readonly employeeId: string;
  /** null = for every post wished for. */
  readonly positionId: string | null;
  readonly ruleCode: WaivableRule;
  readonly ground: EarlyMoveGround;
  readonly text: string;
}

export interface WaiverDecision {
  readonly granted: boolean;
  readonly text: string;
  /** Needed for moves at the appointing authority's discretion (인사위원회 심의). */
  readonly committeeResolution: string | null;
}

/** Requests for an exception from a rule, and HR's decision on them. */
@Injectable()
export class WaiverService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rounds: RoundStore,
    private readonly snapshots: SnapshotService,
    private readonly notices: NoticeService,
    private readonly recusals: RecusalGuard,
  ) {}

  /** @throws JariError EARLY_MOVE_GROUND_CLOSED when the round's criteria do not admit the ground */
  async request(tx: Tx, roundId: string, { employeeId, positionId, ruleCode, ground, text }: WaiverRequest): Promise<RuleWaiver> {
    const round = await this.rounds.find(tx, roundId);
    this.rounds.requireState(round, 'NOTICED', 'OPEN', 'CLOSED');
    const criterion = (round.criteria as FrozenCriteria)[earlyMove.code];
    if (!earlyMove.of(criterion?.value ?? earlyMove.standard).grounds.includes(ground)) throw new JariError('EARLY_MOVE_GROUND_CLOSED');
    if (positionId !== null) foundOr404(await tx.one('SELECT 1 FROM position WHERE organization_id = $1 AND id = $2', [tx.organizationId, positionId]), 'POST_NOT_IN_ROUND');
    foundOr404(await tx.one('SELECT 1 FROM employee WHERE organization_id = $1 AND id = $2', [tx.organizationId, employeeId]));
    const waiver = Object.assign(new RuleWaiver(), {
      organizationId: tx.organizationId, id: newId(), roundId, employeeId, positionId, ruleCode, groundCode: ground, groundText: text, state: 'REQUESTED',
      committeeResolution: null, requestedAt: this.clock.now(), requestedByAccountId: actingAccountId(tx), decidedAt: null, decidedByAccountId: null, decisionText: null,
    });
    await tx.repository(RuleWaiver).insert(waiver);
    await this.audit.record(tx, { action: 'waiver.request', subjectType: 'employee', subjectId: employeeId, after: { roundId, ruleCode, ground } });
    return waiver;
  }

  /** @throws JariError ROUND_NOT_FOUND */
  async list(tx: Tx, roundId: string, employeeId: string | null = null): Promise<RuleWaiver[]> {
    await this.rounds.find(tx, roundId);
    return tx.repository(RuleWaiver).find({
      where: { organizationId: tx.organizationId, roundId, ...(employeeId !== null && { employeeId }) }, order: { requestedAt: 'ASC', id: 'ASC' },
    });
  }

  /** @throws JariError WAIVER_NOT_FOUND, OFFICER_RECUSED, WAIVER_ALREADY_DECIDED, WAIVER_NEEDS_RESOLUTION */
  async decide(tx: Tx, roundId: string, waiverId: string, { granted, text, committeeResolution }: WaiverDecision): Promise<RuleWaiver> {
    const round = await this.rounds.lock(tx, roundId);
    this.rounds.requireState(round, 'NOTICED', 'OPEN', 'CLOSED');
    const waiver = await tx.repository(RuleWaiver).findOneBy({ organizationId: tx.organizationId, roundId, id: waiverId });
    if (waiver === null) throw new JariError('WAIVER_NOT_FOUND');
    // Whoever takes part stands against the person asking: an exception is no officer's to decide who does.
    await this.recusals.requireFreeInRound(tx, roundId, [waiver.employeeId]);
    if (waiver.state !== 'REQUESTED') throw new JariError('WAIVER_ALREADY_DECIDED');
    if (granted && waiver.groundCode === 'DISCRETION' && committeeResolution === null) throw new JariError('WAIVER_NEEDS_RESOLUTION');
    Object.assign(waiver, {
      state: granted ? 'GRANTED' : 'REFUSED', decisionText: text, committeeResolution, decidedAt: this.clock.now(), decidedByAccountId: actingAccountId(tx),
    });
    await tx.repository(RuleWaiver).save(waiver);
    await this.takeUp(tx, round, granted);
    await this.notices.send(tx, [{ kind: 'WAIVER_DECIDED', roundId, employeeId: waiver.employeeId, params: { rule: bilingual(`rule.${waiver.ruleCode}.title`), decision: waiver.state } }]);
    await this.audit.record(tx, { action: 'waiver.decide', subjectType: 'employee', subjectId: waiver.employeeId, after: { roundId, state: waiver.state, ruleCode: waiver.ruleCode } });
    return waiver;
  }

  private async takeUp(tx: Tx, round: PlacementRound, granted: boolean): Promise<void> {
    if (granted && round.state === 'CLOSED') await this.snapshots.recompile(tx, round);
  }
}
