import { Injectable } from '@nestjs/common';
import type { Role } from '#contracts';
import { AuditService, Clock, type Tx } from '#platform';
import { NoticeService } from '../notice/notice.service.js';
import { Grievance } from './grievance.entity.js';
import { GrievanceStore } from './grievance-store.js';
import { isOpen } from './grievance-state.js';

/** Reminds the officers before a grievance's last day; after it, tells the mayor and the person as well. */
@Injectable()
export class GrievanceReminder {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly store: GrievanceStore,
    private readonly notices: NoticeService,
  ) {}

  /** Does nothing when it was answered, given another last day, or reminded of already. */
  async remind(tx: Tx, { grievanceId, dueOn, stage }: { grievanceId: string; dueOn: string; stage: 'SOON' | 'OVERDUE' }): Promise<void> {
    const grievance = await tx.repository(Grievance).findOne({ where: { organizationId: tx.organizationId, id: grievanceId }, lock: { mode: 'pessimistic_write' } });
    if (grievance === null || !isOpen(grievance.state) || (grievance.extendedDueOn ?? grievance.dueOn) !== dueOn) return;
    // A reminder that comes too late would only stand beside the report.
    if (stage === 'SOON' && this.clock.today() > dueOn) return;
    const event = `${stage}:${dueOn}`;
    if ((await this.store.events(tx, grievanceId)).some(({ kind }) => kind === event)) return;
    await this.store.remember(tx, grievanceId, event, grievance.state, grievance.state);
    const kind = stage === 'SOON' ? 'GRIEVANCE_DUE_SOON' : 'GRIEVANCE_OVERDUE';
    const officers = await this.employeesWith(tx, stage === 'SOON' ? ['HR_OFFICER'] : ['HR_OFFICER', 'MAYOR']);
    const people = new Set(stage === 'OVERDUE' ? [...officers, grievance.employeeId] : officers);
    await this.notices.send(tx, [...people].map((employeeId) => ({ kind, roundId: grievance.roundId, employeeId, params: { date: dueOn } })));
    if (stage === 'OVERDUE') await this.audit.record(tx, { action: 'grievance.overdue', subjectType: 'grievance', subjectId: grievanceId, after: { dueOn } });
  }

  private async employeesWith(tx: Tx, roles: readonly Role[]): Promise<readonly string[]> {
    const rows = await tx.query<{ employeeId: string }>(
      `SELECT DISTINCT a.employee_id AS "employeeId" FROM role_grant g JOIN account a ON a.organization_id = g.organization_id AND a.id = g.account_id
       WHERE g.organization_id = $1 AND g.role = ANY($2::text[]) AND g.valid_from <= $3 AND (g.valid_to IS NULL OR g.valid_to > $3) AND a.employee_id IS NOT NULL`,
      [tx.organizationId, roles, this.clock.today()]);
    return rows.map(({ employeeId }) => employeeId);
  }
}
