import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../clock/clock.js';
import type { WorkContext } from '../database/actor.js';
import { Database } from '../database/database.js';
import type { Tx } from '../database/transaction.js';
import { foundOr404, JariError } from '../errors/jari-error.js';
import { SessionService, type OpenedSession } from '../sessions/session.service.js';
import type { CodePurpose } from './account-state.js';
import { oneTimeCodeHash } from './one-time-code.js';
import { hashPassword, requireStrongPassword, verifyPassword } from './password.js';
import { normalizedSignInName, SignInThrottle } from './sign-in-throttle.js';
import { SignInService, type Visitor } from './sign-in.service.js';

export interface Redemption {
  readonly signInName: string;
  /** The one-time code as typed from paper. */
  readonly code: string;
  readonly password: string;
}

const PURPOSES = {
  ACTIVATION: { state: 'INVITED', refusal: 'ACTIVATION_CODE_INVALID', action: 'account.activate' },
  RESET: { state: 'ACTIVE', refusal: 'RESET_CODE_INVALID', action: 'account.resetPassword' },
} as const;

/** Setting a password. Hashing takes some 20 ms of a core, so it happens between two short transactions. */
@Injectable()
export class PasswordService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly throttle: SignInThrottle,
    private readonly signIn: SignInService,
    private readonly sessions: SessionService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Uses up a one-time code: sets the password, ends every session of the account and signs in.
   * @throws JariError ACTIVATION_CODE_INVALID or RESET_CODE_INVALID (also for an unknown account), PASSWORD_TOO_WEAK,
   *   TOO_MANY_REQUESTS
   */
  async redeem(visitor: Visitor, purpose: CodePurpose, { signInName, code, password }: Redemption): Promise<OpenedSession> {
    const { state, refusal, action } = PURPOSES[purpose];
    const context = await this.signIn.admit(visitor, refusal);
    const account = await this.database.transaction(context, (tx) =>
      tx.one<{ id: string; codeHash: string | null }>(
        `SELECT id, code_hash AS "codeHash" FROM account
         WHERE organization_id = $1 AND lower(sign_in_name) = $2 AND state = $3 AND code_purpose = $4 AND code_expires_at > $5`,
        [context.organizationId, normalizedSignInName(signInName), state, purpose, this.clock.now()],
      ),
    );
    if (!account || account.codeHash !== oneTimeCodeHash(account.id, code)) throw new JariError(refusal);
    requireStrongPassword(password, signInName);
    const passwordHash = await hashPassword(password);
    return this.signIn.enter(context, account.id, async (tx) => {
      // The condition on the code lets exactly one of two simultaneous uses through.
      const set = await tx.execute(
        `UPDATE account SET state = 'ACTIVE', password_hash = $3, code_hash = NULL, code_purpose = NULL, code_expires_at = NULL
         WHERE organization_id = $1 AND id = $2 AND code_hash = $4 AND state = $5`,
        [tx.organizationId, account.id, passwordHash, account.codeHash, state],
      );
      if (set !== 1) throw new JariError(refusal);
      await this.sessions.closeAll(tx, account.id);
      await this.throttle.forget(tx, signInName);
      return this.signIn.openSession(tx, account.id, action, visitor.address);
    });
  }

  /**
   * A new password for whoever knows the current one; every other session of the account ends.
   * @param token the session that stays
   * @throws JariError PASSWORD_WRONG, PASSWORD_TOO_WEAK, ACCOUNT_LOCKED after too many wrong ones
   */
  async change(context: WorkContext, accountId: string, token: string, { current, next }: { current: string; next: string }): Promise<void> {
    const account = foundOr404(await this.database.transaction(context, (tx) => this.find(tx, accountId)), 'ACCOUNT_NOT_FOUND');
    await this.throttle.countName(context, account.signInName);
    if (!(await verifyPassword(account.passwordHash, current))) throw new JariError('PASSWORD_WRONG');
    requireStrongPassword(next, account.signInName);
    const passwordHash = await hashPassword(next);
    await this.database.transaction(context, async (tx) => {
      const set = await tx.execute('UPDATE account SET password_hash = $3 WHERE organization_id = $1 AND id = $2 AND password_hash = $4', [
        tx.organizationId, accountId, passwordHash, account.passwordHash,
      ]);
      if (set !== 1) throw new JariError('CONFLICT');
      const ended = await this.sessions.closeAll(tx, accountId, token);
      await this.throttle.forget(tx, account.signInName);
      await this.audit.record(tx, { action: 'account.changePassword', subjectType: 'account', subjectId: accountId, after: { sessionsEnded: ended } });
    });
  }

  private find(tx: Tx, accountId: string): Promise<{ signInName: string; passwordHash: string | null } | undefined> {
    return tx.one('SELECT sign_in_name AS "signInName", password_hash AS "passwordHash" FROM account WHERE organization_id = $1 AND id = $2', [
      tx.organizationId, accountId,
    ]);
  }
}
