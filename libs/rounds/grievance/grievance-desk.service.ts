import { Injectable } from '@nestjs/common';
import { addDays } from '#organization';
import { AuditService, Clock, JariError, type Tx } from '#platform';
import { NoticeService } from '../notice/notice.service.js';
import { RecusalGuard } from '../recusal/recusal-guard.js';
import { actingAccountId } from '../support/actor.js';
import { rehearingUntil } from './grievance-clock.js';
import type { Grievance } from './grievance.entity.js';
import type { GrievanceView } from './grievance.service.js';
import { GrievanceStore } from './grievance-store.js';
import { isOpen, type AnswerKind, type GrievanceKind, type GrievanceState } from './grievance-state.js';

/** A grievance in a list: whose and how far, without a word of what it says. */
export interface GrievanceHead extends Pick<Grievance, 'id' | 'employeeId' | 'roundId' | 'kind' | 'state' | 'version' | 'receivedOn' | 'dueOn' | 'extendedDueOn' | 'answerKind' | 'answeredOn' | 'nextStepUntil'> {
  readonly employeeNumber: string;
  readonly name: string;
  readonly overdue: boolean;
}

export interface GrievanceFilter {
  readonly state: GrievanceState | null;
  readonly kind: GrievanceKind | null;
  readonly overdueOnly: boolean;
}

export interface Answer {
  readonly version: number;
  readonly kind: AnswerKind;
  readonly text: string;
}

/** What officers and the committee do about grievances. Only they and the person read the texts; each reading is a row in the audit log. */
@Injectable()
export class GrievanceDeskService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly store: GrievanceStore,
    private readonly recusals: RecusalGuard,
    private readonly notices: NoticeService,
  ) {}

  /** Those waiting longest first. */
  list(tx: Tx, { state, kind, overdueOnly }: GrievanceFilter): Promise<GrievanceHead[]> {
    return tx.query<GrievanceHead>(
      `SELECT * FROM (
         SELECT g.id, g.employee_id AS "employeeId", g.round_id AS "roundId", g.kind, g.state, g.version, g.received_on AS "receivedOn", g.due_on AS "dueOn", g.extended_due_on AS "extendedDueOn",
                g.answer_kind AS "answerKind", g.answered_on AS "answeredOn", g.next_step_until AS "nextStepUntil", e.employee_number AS "employeeNumber", e.name,
                g.state IN ('RECEIVED', 'IN_REVIEW') AND coalesce(g.extended_due_on, g.due_on) < $2 AS overdue
         FROM grievance g JOIN employee e ON e.organization_id = g.organization_id AND e.id = g.employee_id
         WHERE g.organization_id = $1 AND ($3::text IS NULL OR g.state = $3) AND ($4::text IS NULL OR g.kind = $4)
       ) heads WHERE overdue OR NOT $5::boolean ORDER BY coalesce("extendedDueOn", "dueOn"), id`,
      [tx.organizationId, this.clock.today(), state, kind, overdueOnly]);
  }

  /** @throws JariError GRIEVANCE_NOT_FOUND, OFFICER_RECUSED */
  async read(tx: Tx, id: string): Promise<GrievanceView> {
    const grievance = await this.store.find(tx, id, null);
    await this.recusals.requireFreeOf(tx, grievance.roundId, [grievance.employeeId]);
    await this.audit.record(tx, { action: 'grievance.read', subjectType: 'grievance', subjectId: id, after: { employeeId: grievance.employeeId } });
    return { ...grievance, events: await this.store.events(tx, id) };
  }

  /** Takes it up. */
  async start(tx: Tx, id: string, version: number): Promise<GrievanceView> {
    const grievance = await this.open(tx, id, version);
    await this.store.save(tx, grievance, 'STARTED', 'IN_REVIEW');
    return this.done(tx, grievance, 'grievance.start');
  }

  /** More time, once, with a reason that the person reads. @throws JariError GRIEVANCE_NOT_EXTENDABLE */
  async extend(tx: Tx, id: string, version: number, reason: string): Promise<GrievanceView> {
    const grievance = await this.open(tx, id, version);
    const today = this.clock.today();
    const clocks = await this.store.clocks(tx, today);
    // A consultation has no statutory extension, and a time that is over cannot be made longer.
    if (grievance.kind === 'CONSULTATION' || grievance.extendedDueOn !== null || today > grievance.dueOn || clocks.extensionDays === 0) throw new JariError('GRIEVANCE_NOT_EXTENDABLE');
    grievance.extendedDueOn = addDays(grievance.dueOn, clocks.extensionDays);
    grievance.extensionReason = reason;
    await this.store.save(tx, grievance, 'EXTENDED');
    await this.store.planReminders(tx, id, grievance.extendedDueOn, clocks);
    await this.tell(tx, grievance, 'GRIEVANCE_EXTENDED', { date: grievance.extendedDueOn });
    return this.done(tx, grievance, 'grievance.extend');
  }

  /**
   * Answers it. A rehearing is answered by somebody else than the review was.
   * @throws JariError GRIEVANCE_ANSWER_UNFIT, GRIEVANCE_SECOND_PERSON, IMPOSSIBLE_TRANSITION
   */
  async answer(tx: Tx, id: string, { version, kind, text }: Answer): Promise<GrievanceView> {
    const grievance = await this.open(tx, id, version);
    if ((kind === 'ADVICE') !== (grievance.kind === 'CONSULTATION')) throw new JariError('GRIEVANCE_ANSWER_UNFIT');
    if (grievance.previousGrievanceId !== null) {
      const review = await this.store.find(tx, grievance.previousGrievanceId, null);
      if (review.answeredByAccountId === actingAccountId(tx)) throw new JariError('GRIEVANCE_SECOND_PERSON');
    }
    const today = this.clock.today();
    const nextStepUntil = grievance.kind === 'REVIEW' && kind !== 'UPHELD' ? rehearingUntil(today, await this.store.clocks(tx, today)) : null;
    Object.assign(grievance, { answerKind: kind, answerText: text, answeredOn: today, answeredByAccountId: actingAccountId(tx), nextStepUntil });
    await this.store.save(tx, grievance, 'ANSWERED', 'ANSWERED');
    await this.tell(tx, grievance, 'GRIEVANCE_ANSWERED', {});
    return this.done(tx, grievance, 'grievance.answer');
  }

  private async open(tx: Tx, id: string, version: number): Promise<Grievance> {
    const grievance = await this.store.lock(tx, id, version, null);
    await this.recusals.requireFreeOf(tx, grievance.roundId, [grievance.employeeId]);
    if (!isOpen(grievance.state)) throw new JariError('GRIEVANCE_CLOSED');
    return grievance;
  }

  private async tell(tx: Tx, { employeeId, roundId }: Grievance, kind: 'GRIEVANCE_EXTENDED' | 'GRIEVANCE_ANSWERED', params: Record<string, string>): Promise<void> {
    await this.notices.send(tx, [{ kind, roundId, employeeId, params }]);
  }

  private async done(tx: Tx, grievance: Grievance, action: string): Promise<GrievanceView> {
    await this.audit.record(tx, {
      action, subjectType: 'grievance', subjectId: grievance.id, after: { state: grievance.state, dueOn: grievance.extendedDueOn ?? grievance.dueOn, answerKind: grievance.answerKind },
    });
    return { ...grievance, events: await this.store.events(tx, grievance.id) };
  }
}
