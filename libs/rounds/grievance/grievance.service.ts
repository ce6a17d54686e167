import { Injectable } from '@nestjs/common';
import { AuditService, Clock, foundOr404, JariError, newId, type Tx } from '#platform';
import { dueOn } from './grievance-clock.js';
import { Grievance } from './grievance.entity.js';
import { GrievanceStore, type GrievanceEventView } from './grievance-store.js';
import { GRIEVANCE_LIFECYCLE, isOpen, type GrievanceKind } from './grievance-state.js';

export interface NewGrievance {
  readonly kind: GrievanceKind;
  readonly roundId: string | null;
  /** The line of an order that it is about. */
  readonly orderItemId: string | null;
  /** The review that a rehearing is asked for. */
  readonly previousGrievanceId: string | null;
  readonly complaintText: string;
  readonly requestedRemedy: string | null;
}

export interface GrievanceView extends Grievance {
  readonly events: readonly GrievanceEventView[];
}

/** What a person does about their own grievances (고충, 지방공무원법 §67의2). */
@Injectable()
export class GrievanceService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly store: GrievanceStore,
  ) {}

  /**
   * The clock starts today.
   * @throws JariError REHEARING_NEEDS_REVIEW, REHEARING_TOO_LATE, REHEARING_EXISTS, ROUND_NOT_FOUND, ORDER_ITEM_NOT_FOUND
   */
  async open(tx: Tx, employeeId: string, { kind, roundId, orderItemId, previousGrievanceId, complaintText, requestedRemedy }: NewGrievance): Promise<GrievanceView> {
    const today = this.clock.today();
    if (kind === 'REHEARING') await this.requireReview(tx, employeeId, previousGrievanceId, today);
    await this.requireReferences(tx, employeeId, roundId, orderItemId);
    const clocks = await this.store.clocks(tx, today);
    const due = dueOn(kind, today, clocks);
    const id = newId();
    await tx.repository(Grievance).insert({
      organizationId: tx.organizationId, id, employeeId, roundId, orderItemId, kind, previousGrievanceId: kind === 'REHEARING' ? previousGrievanceId : null,
      state: GRIEVANCE_LIFECYCLE.start, version: 1, complaintText, requestedRemedy, receivedOn: today, dueOn: due,
    });
    await this.store.remember(tx, id, 'OPENED', null, GRIEVANCE_LIFECYCLE.start);
    await this.store.planReminders(tx, id, due, clocks);
    await this.audit.record(tx, { action: 'grievance.open', subjectType: 'grievance', subjectId: id, after: { kind, roundId, dueOn: due } });
    return this.find(tx, employeeId, id);
  }

  /** One's own, the newest first. */
  list(tx: Tx, employeeId: string): Promise<Grievance[]> {
    return tx.repository(Grievance).find({ where: { organizationId: tx.organizationId, employeeId }, order: { receivedOn: 'DESC', id: 'DESC' } });
  }

  async find(tx: Tx, employeeId: string, id: string): Promise<GrievanceView> {
    return { ...(await this.store.find(tx, id, employeeId)), events: await this.store.events(tx, id) };
  }

  /** @throws JariError GRIEVANCE_NOT_FOUND, STALE_VERSION, GRIEVANCE_CLOSED */
  async withdraw(tx: Tx, employeeId: string, id: string, version: number): Promise<GrievanceView> {
    const grievance = await this.store.lock(tx, id, version, employeeId);
    if (!isOpen(grievance.state)) throw new JariError('GRIEVANCE_CLOSED');
    await this.store.save(tx, grievance, 'WITHDRAWN', 'WITHDRAWN');
    await this.audit.record(tx, { action: 'grievance.withdraw', subjectType: 'grievance', subjectId: id, after: { state: 'WITHDRAWN' } });
    return this.find(tx, employeeId, id);
  }

  private async requireReview(tx: Tx, employeeId: string, previousGrievanceId: string | null, today: string): Promise<void> {
    if (previousGrievanceId === null) throw new JariError('REHEARING_NEEDS_REVIEW');
    const review = await this.store.find(tx, previousGrievanceId, employeeId);
    if (review.kind !== 'REVIEW' || review.state !== 'ANSWERED' || review.nextStepUntil === null) throw new JariError('REHEARING_NEEDS_REVIEW');
    if (today > review.nextStepUntil) throw new JariError('REHEARING_TOO_LATE', { date: review.nextStepUntil });
    const existing = await tx.one(`SELECT 1 FROM grievance WHERE organization_id = $1 AND previous_grievance_id = $2 AND state <> 'WITHDRAWN'`, [tx.organizationId, previousGrievanceId]);
    if (existing) throw new JariError('REHEARING_EXISTS');
  }

  private async requireReferences(tx: Tx, employeeId: string, roundId: string | null, orderItemId: string | null): Promise<void> {
    if (roundId !== null) {
      foundOr404(await tx.one(`SELECT 1 FROM placement_round WHERE organization_id = $1 AND id = $2 AND state <> 'DRAFT'`, [tx.organizationId, roundId]), 'ROUND_NOT_FOUND');
    }
    if (orderItemId !== null) {
      foundOr404(await tx.one('SELECT 1 FROM order_item WHERE organization_id = $1 AND id = $2 AND employee_id = $3', [tx.organizationId, orderItemId, employeeId]), 'ORDER_ITEM_NOT_FOUND');
    }
  }
}
