import { Injectable } from '@nestjs/common';
import type { Bilingual, MessageParams } from '#contracts';
import { AuditService, bilingual, Clock, JariError, type Tx } from '#platform';
import type { PersonFacts } from '../facts/person-facts.js';
import { seatLabel, type SeatFacts } from '../facts/seat-facts.js';
import { NoticeService } from '../notice/notice.service.js';
import { RecusalGuard } from '../recusal/recusal-guard.js';
import { RoundStore } from '../round/round-store.js';
import type { PlacementRound } from '../round/placement-round.entity.js';
import type { RoundState } from '../round/round-state.js';
import { ruleText, type PersonExplanation, type RuleText } from '../run/explain.js';
import type { RuleHit } from '../rules/bound-rules.js';
import { SnapshotService } from '../snapshot/snapshot.service.js';
import { actingAccountId } from '../support/actor.js';
import type { RoundParticipant } from '../snapshot/round-participant.entity.js';

export interface TakenWishView {
  readonly choiceRank: number;
  readonly positionId: string;
  readonly post: Bilingual;
  readonly reasonCode: string;
  readonly ineligible: RuleText | null;
  readonly warnings: readonly RuleText[];
  readonly score: number | null;
  readonly scoreParts: readonly { readonly code: string; readonly title: Bilingual; readonly points: number }[];
}

export interface Participation {
  readonly roundId: string;
  readonly state: RoundParticipant['state'];
  readonly facts: PersonFacts;
  readonly mustMove: boolean;
  readonly exclusion: RuleText | null;
  readonly factCheck: RoundParticipant['factCheck'];
  readonly disputeText: string | null;
  readonly settlementText: string | null;
  /** Until when the person may choose again after the close, and why; null without a reopening in force. */
  readonly reopenedUntil: Date | null;
  readonly reopeningGround: 'POST_CHANGED' | 'HARDSHIP' | null;
  readonly wishes: readonly TakenWishView[];
  /** Only once the orders are out. */
  readonly result: (PersonExplanation & { readonly outcomePositionId: string | null; readonly outcomeSource: string | null; readonly outcomeReason: string | null }) | null;
}

interface ParticipantRow {
  readonly state: RoundParticipant['state'];
  readonly facts: PersonFacts;
  readonly mustMove: boolean;
  readonly exclusionCode: string | null;
  readonly exclusionParams: MessageParams | null;
  readonly factCheck: RoundParticipant['factCheck'];
  readonly disputeText: string | null;
  readonly settlementText: string | null;
  readonly outcomePositionId: string | null;
  readonly outcomeSource: string | null;
  readonly outcomeReason: string | null;
  readonly explanation: PersonExplanation | null;
}

interface WishRow {
  readonly choiceRank: number;
  readonly positionId: string;
  readonly code: string;
  readonly seat: SeatFacts | null;
  readonly reasonCode: string;
  readonly ineligibleCode: string | null;
  readonly ineligibleParams: MessageParams | null;
  readonly warnings: readonly RuleHit[];
  readonly score: number | null;
  readonly scoreParts: Readonly<Record<string, number>> | null;
}

/** States in which the result is no secret any more: from the day of the orders on. */
const RESULT_VISIBLE: readonly RoundState[] = ['ORDERED', 'ARCHIVED'];

const textOf = (code: string | null, params: MessageParams | null): RuleText | null => (code === null ? null : ruleText({ code, params: params ?? {} }));

/** One person's own entry in a round: facts to verify, wishes as they were taken, and the result with its reason. */
@Injectable()
export class ParticipantService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rounds: RoundStore,
    private readonly snapshots: SnapshotService,
    private readonly notices: NoticeService,
    private readonly recusals: RecusalGuard,
  ) {}

  /** @throws JariError ROUND_NOT_FOUND, NOT_A_PARTICIPANT */
  async own(tx: Tx, roundId: string, employeeId: string): Promise<Participation> {
    const round = await this.rounds.find(tx, roundId);
    const row = await this.row(tx, roundId, employeeId, round.adoptedRunId);
    const visible = RESULT_VISIBLE.includes(round.state);
    const { exclusionCode, exclusionParams, explanation, outcomePositionId, outcomeSource, outcomeReason, state, ...rest } = row;
    return {
      ...rest, roundId, state: visible ? state : 'SNAPSHOT',
      ...await this.reopening(tx, round, employeeId),
      exclusion: textOf(exclusionCode, exclusionParams),
      wishes: (await this.wishRows(tx, roundId, employeeId)).map((wish) => this.wishView(wish)),
      result: visible && explanation !== null ? { ...explanation, notes: outcomeSource === 'OVERRIDE' ? [] : explanation.notes, outcomePositionId, outcomeSource, outcomeReason } : null,
    };
  }

  /** The person found the facts right. @throws JariError FACTS_ALREADY_CHECKED */
  async confirmFacts(tx: Tx, roundId: string, employeeId: string): Promise<void> {
    await this.check(tx, roundId, employeeId, 'CONFIRMED', null);
  }

  /** The person says what is wrong; HR corrects the records and settles. */
  async disputeFacts(tx: Tx, roundId: string, employeeId: string, text: string): Promise<void> {
    await this.check(tx, roundId, employeeId, 'DISPUTED', text);
  }

  /** After HR has corrected the records: everybody's facts are read anew. @throws JariError OFFICER_RECUSED, FACTS_NOT_DISPUTED */
  async settleDispute(tx: Tx, roundId: string, employeeId: string, text: string): Promise<void> {
    const round = await this.rounds.lock(tx, roundId);
    this.rounds.requireState(round, 'CLOSED');
    await this.recusals.requireFreeInRound(tx, roundId, [employeeId]);
    const { factCheck } = await this.row(tx, roundId, employeeId, null);
    if (factCheck !== 'DISPUTED') throw new JariError('FACTS_NOT_DISPUTED');
    await this.snapshots.recompile(tx, round);
    await tx.execute(
      `UPDATE round_participant SET fact_check = 'SETTLED', settlement_text = $4, settled_by_account_id = $5, settled_at = $6
       WHERE organization_id = $1 AND round_id = $2 AND employee_id = $3`,
      [tx.organizationId, roundId, employeeId, text, actingAccountId(tx), this.clock.now()],
    );
    await this.notices.send(tx, [{ kind: 'FACTS_SETTLED', roundId, employeeId }]);
    await this.audit.record(tx, { action: 'roundFacts.settle', subjectType: 'employee', subjectId: employeeId, after: { roundId } });
  }

  private async check(tx: Tx, roundId: string, employeeId: string, factCheck: 'CONFIRMED' | 'DISPUTED', text: string | null): Promise<void> {
    const round = await this.rounds.lock(tx, roundId);
    this.rounds.requireState(round, 'CLOSED');
    const before = await this.row(tx, roundId, employeeId, null);
    if (before.factCheck === factCheck || before.factCheck === 'DISPUTED') throw new JariError('FACTS_ALREADY_CHECKED');
    await tx.execute(
      `UPDATE round_participant SET fact_check = $4, dispute_text = coalesce($5, dispute_text), fact_checked_at = $6
       WHERE organization_id = $1 AND round_id = $2 AND employee_id = $3`,
      [tx.organizationId, roundId, employeeId, factCheck, text, this.clock.now()],
    );
    await this.audit.record(tx, { action: 'roundFacts.check', subjectType: 'employee', subjectId: employeeId, before: { factCheck: before.factCheck }, after: { factCheck } });
  }

  private async row(tx: Tx, roundId: string, employeeId: string, runId: string | null): Promise<ParticipantRow> {
    const row = await tx.one<ParticipantRow>(
      `SELECT p.state, p.facts, p.must_move AS "mustMove", p.exclusion_code AS "exclusionCode", p.exclusion_params AS "exclusionParams",
              p.fact_check AS "factCheck", p.dispute_text AS "disputeText", p.settlement_text AS "settlementText",
              p.outcome_position_id AS "outcomePositionId", p.outcome_source AS "outcomeSource", p.outcome_reason AS "outcomeReason", o.explanation
       FROM round_participant p
       LEFT JOIN run_outcome o ON o.organization_id = p.organization_id AND o.run_id = $4 AND o.employee_id = p.employee_id
       WHERE p.organization_id = $1 AND p.round_id = $2 AND p.employee_id = $3`,
      [tx.organizationId, roundId, employeeId, runId],
    );
    if (row === undefined) throw new JariError('NOT_A_PARTICIPANT');
    return row;
  }

  /** The reopening that lasts longest, while filing is closed. */
  private async reopening(tx: Tx, { id, state }: PlacementRound, employeeId: string): Promise<Pick<Participation, 'reopenedUntil' | 'reopeningGround'>> {
    const row = state !== 'CLOSED' ? undefined : await tx.one<{ reopenedUntil: Date; reopeningGround: 'POST_CHANGED' | 'HARDSHIP' }>(
      `SELECT closes_at AS "reopenedUntil", ground AS "reopeningGround" FROM wish_reopening
       WHERE organization_id = $1 AND round_id = $2 AND employee_id = $3 AND used_at IS NULL AND closes_at > $4 ORDER BY closes_at DESC LIMIT 1`,
      [tx.organizationId, id, employeeId, this.clock.now()],
    );
    return row ?? { reopenedUntil: null, reopeningGround: null };
  }

  private wishRows(tx: Tx, roundId: string, employeeId: string): Promise<WishRow[]> {
    return tx.query<WishRow>(
      `SELECT w.choice_rank AS "choiceRank", w.position_id AS "positionId", p.code, s.facts AS seat, w.reason_code AS "reasonCode",
              w.ineligible_code AS "ineligibleCode", w.ineligible_params AS "ineligibleParams", w.warnings, w.score, w.score_parts AS "scoreParts"
       FROM round_wish w JOIN position p ON p.organization_id = w.organization_id AND p.id = w.position_id
       LEFT JOIN round_seat s ON s.organization_id = w.organization_id AND s.round_id = w.round_id AND s.position_id = w.position_id
       WHERE w.organization_id = $1 AND w.round_id = $2 AND w.employee_id = $3 ORDER BY w.choice_rank`,
      [tx.organizationId, roundId, employeeId],
    );
  }

  private wishView({ seat, code, ineligibleCode, ineligibleParams, warnings, scoreParts, ...wish }: WishRow): TakenWishView {
    return {
      ...wish,
      post: seat === null ? { ko: code, en: code } : seatLabel(seat),
      ineligible: textOf(ineligibleCode, ineligibleParams),
      warnings: warnings.map(ruleText),
      scoreParts: Object.entries(scoreParts ?? {}).map(([part, points]) => ({ code: part, points, title: bilingual(`rule.${part}.title`) })),
    };
  }
}
