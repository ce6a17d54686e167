import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { SessionService } from '../sessions/session.service.js';
import { SignInThrottle } from './sign-in-throttle.js';

/** What has to be forgotten from time to time; any process may do it, twice does no harm. */
@Injectable()
export class AccountUpkeep {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionService,
    private readonly throttle: SignInThrottle,
  ) {}

  /** Removes ended sessions and forgotten attempts of every organisation. */
  async run(): Promise<void> {
    await this.database.system('account-upkeep', async (tx) => {
      await this.sessions.removeExpired(tx);
      await this.throttle.removeForgotten(tx);
    });
  }
}
