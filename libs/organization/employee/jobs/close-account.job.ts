import { Injectable } from '@nestjs/common';
import { AccountProvisioning, Clock, Database, defineJob, type JobHandler, type JobRun } from '#platform';
import { queryEmployees } from '../employee.query.js';

export interface CloseAccountPayload {
  readonly [key: string]: string;
  readonly employeeId: string;
}

/** Due on the first day that somebody is no longer in service. */
export const CLOSE_ACCOUNT = defineJob<CloseAccountPayload>('employee.closeAccount');

/** Looks again on the day: the leaving may have been moved or taken back. */
@Injectable()
export class CloseAccountHandler implements JobHandler<CloseAccountPayload> {
  readonly type = CLOSE_ACCOUNT;

  constructor(
    private readonly database: Database,
    private readonly accounts: AccountProvisioning,
    private readonly clock: Clock,
  ) {}

  async handle({ employeeId }: CloseAccountPayload, run: JobRun): Promise<void> {
    await this.database.transaction(run.context, async (tx) => {
      const [person] = await queryEmployees(tx, [employeeId], null);
      if (person?.leftOn && person.leftOn <= this.clock.today()) await this.accounts.closeForEmployees(tx, [employeeId]);
    });
  }
}
