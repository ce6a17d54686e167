import { Injectable } from '@nestjs/common';
import { addDays } from '#organization';
import { Clock, foundOr404, JariError, JobQueue, newId, type Tx } from '#platform';
import { CriteriaService } from '../criteria/criteria.service.js';
import { GRIEVANCE_DUE } from '../jobs/grievance-due/grievance-due.job.js';
import { grievanceClocks } from '../rules/setting/grievance-clocks.js';
import { actingAccountId } from '../support/actor.js';
import { morningOf, type Clocks } from './grievance-clock.js';
import { Grievance } from './grievance.entity.js';
import { GRIEVANCE_LIFECYCLE, type GrievanceState } from './grievance-state.js';

export interface GrievanceEventView {
  readonly kind: string;
  readonly occurredAt: Date;
}

/** Finding, moving and remembering grievances. */
@Injectable()
export class GrievanceStore {
  constructor(
    private readonly clock: Clock,
    private readonly criteria: CriteriaService,
    private readonly jobs: JobQueue,
  ) {}

  /** The clocks in force on the day. */
  async clocks(tx: Tx, on: string): Promise<Clocks> {
    const criterion = (await this.criteria.at(tx, on)).find(({ code }) => code === grievanceClocks.code);
    return grievanceClocks.of(criterion?.value ?? grievanceClocks.standard);
  }

  /** @param employeeId the only person whose grievance may be found; null = anybody's. @throws JariError GRIEVANCE_NOT_FOUND */
  async find(tx: Tx, id: string, employeeId: string | null): Promise<Grievance> {
    const where = { organizationId: tx.organizationId, id, ...(employeeId !== null && { employeeId }) };
    return foundOr404(await tx.repository(Grievance).findOneBy(where), 'GRIEVANCE_NOT_FOUND');
  }

  /** Locks it for a change to the version that the caller has read. @throws JariError GRIEVANCE_NOT_FOUND, STALE_VERSION */
  async lock(tx: Tx, id: string, version: number, employeeId: string | null): Promise<Grievance> {
    const where = { organizationId: tx.organizationId, id, ...(employeeId !== null && { employeeId }) };
    const grievance = foundOr404(await tx.repository(Grievance).findOne({ where, lock: { mode: 'pessimistic_write' } }), 'GRIEVANCE_NOT_FOUND');
    if (grievance.version !== version) throw new JariError('STALE_VERSION', { current: grievance.version });
    return grievance;
  }

  /** Saves a locked grievance, in a new state or the same, with an event that says so. */
  async save(tx: Tx, grievance: Grievance, event: string, to: GrievanceState = grievance.state): Promise<void> {
    const from = grievance.state;
    if (to !== from) GRIEVANCE_LIFECYCLE.requireTransition(from, to);
    grievance.state = to;
    grievance.version += 1;
    await tx.repository(Grievance).save(grievance);
    await this.remember(tx, grievance.id, event, from, to);
  }

  async remember(tx: Tx, grievanceId: string, kind: string, from: GrievanceState | null, to: GrievanceState): Promise<void> {
    await tx.execute(
      `INSERT INTO grievance_event (organization_id, id, grievance_id, kind, from_state, to_state, occurred_at, actor_account_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [tx.organizationId, newId(), grievanceId, kind, from, to, this.clock.now(), actingAccountId(tx)]);
  }

  events(tx: Tx, grievanceId: string): Promise<GrievanceEventView[]> {
    return tx.query<GrievanceEventView>(
      'SELECT kind, occurred_at AS "occurredAt" FROM grievance_event WHERE organization_id = $1 AND grievance_id = $2 ORDER BY occurred_at, id', [tx.organizationId, grievanceId]);
  }

  /** Puts the reminder and the day after the last one into the queue. */
  async planReminders(tx: Tx, grievanceId: string, dueOn: string, { reminderDays }: Clocks): Promise<void> {
    const enqueue = (stage: 'SOON' | 'OVERDUE', day: string) =>
      this.jobs.enqueue(tx, GRIEVANCE_DUE, { grievanceId, dueOn, stage }, { runAt: morningOf(day), key: `${grievanceId}:${dueOn}:${stage}` });
    const reminder = addDays(dueOn, -reminderDays);
    if (reminder > this.clock.today()) await enqueue('SOON', reminder);
    await enqueue('OVERDUE', addDays(dueOn, 1));
  }
}
