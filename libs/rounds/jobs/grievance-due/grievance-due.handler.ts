import { Injectable } from '@nestjs/common';
import { Database, type JobHandler, type JobRun } from '#platform';
import { GrievanceReminder } from '../../grievance/grievance-reminder.js';
import { GRIEVANCE_DUE } from './grievance-due.job.js';

type Payload = { grievanceId: string; dueOn: string; stage: 'SOON' | 'OVERDUE' };

@Injectable()
export class GrievanceDueHandler implements JobHandler<Payload> {
  readonly type = GRIEVANCE_DUE;

  constructor(
    private readonly database: Database,
    private readonly reminder: GrievanceReminder,
  ) {}

  async handle(payload: Payload, run: JobRun): Promise<void> {
    await this.database.transaction(run.context, async (tx) => {
      await this.reminder.remind(tx, payload);
      await run.completeIn(tx);
    });
  }
}
