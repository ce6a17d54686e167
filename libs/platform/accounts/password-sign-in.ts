import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { WorkContext } from '../database/actor.js';
import { Database } from '../database/database.js';
import { verifyPassword } from './password.js';
import { SignInProvider, type Credentials, type SignInOutcome } from './sign-in-provider.js';
import { MOST_FAILURES, normalizedSignInName, SignInThrottle } from './sign-in-throttle.js';

interface Row {
  readonly id: string;
  readonly passwordHash: string | null;
}

/** Signing in by employee number and password. */
@Injectable()
export class PasswordSignIn extends SignInProvider {
  constructor(
    private readonly database: Database,
    private readonly throttle: SignInThrottle,
    private readonly audit: AuditService,
  ) {
    super();
  }

  override async signIn(context: WorkContext, { signInName, password }: Credentials): Promise<SignInOutcome> {
    const attempts = await this.throttle.countName(context, signInName);
    const account = await this.database.transaction(context, (tx) =>
      tx.one<Row>(
        `SELECT id, CASE WHEN state = 'ACTIVE' THEN password_hash END AS "passwordHash"
         FROM account WHERE organization_id = $1 AND lower(sign_in_name) = $2`,
        [context.organizationId, normalizedSignInName(signInName)],
      ),
    );
    const matches = await verifyPassword(account?.passwordHash, password);
    if (account && matches) return { ok: true, accountId: account.id };
    if (account && attempts === MOST_FAILURES) {
      await this.database.transaction(context, (tx) => this.audit.record(tx, { action: 'account.lock', subjectType: 'account', subjectId: account.id }));
    }
    return { ok: false, code: 'SIGN_IN_FAILED' };
  }
}
