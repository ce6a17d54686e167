import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { systemContext, type WorkContext } from '../database/actor.js';
import { Database } from '../database/database.js';
import type { Tx } from '../database/transaction.js';
import { JariError } from '../errors/jari-error.js';
import { SessionService, type OpenedSession } from '../sessions/session.service.js';
import { OrganizationFinder } from './organization-finder.js';
import { SignInProvider, type Credentials } from './sign-in-provider.js';
import { SignInThrottle } from './sign-in-throttle.js';

/** Who knocks: from where, and in which request. */
export interface Visitor {
  readonly requestId: string;
  readonly address: string;
  /** Organisation code as typed. */
  readonly organization?: string | undefined;
}

/** The way in, whatever the proof. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly organizations: OrganizationFinder,
    private readonly throttle: SignInThrottle,
    private readonly provider: SignInProvider,
    private readonly sessions: SessionService,
    private readonly audit: AuditService,
  ) {}

  /**
   * A new session for whoever proves to hold the account.
   * @throws JariError SIGN_IN_FAILED (also for an unknown organisation or account), ACCOUNT_LOCKED, TOO_MANY_REQUESTS
   */
  async signIn(visitor: Visitor, credentials: Credentials): Promise<OpenedSession> {
    const context = await this.admit(visitor, 'SIGN_IN_FAILED');
    const outcome = await this.provider.signIn(context, credentials);
    if (!outcome.ok) throw new JariError(outcome.code);
    return this.enter(context, outcome.accountId, async (tx) => {
      await this.throttle.forget(tx, credentials.signInName);
      return this.openSession(tx, outcome.accountId, 'session.signIn', visitor.address);
    });
  }

  /** The context of somebody not yet known, once their address has not tried too often. @throws JariError `unknown`, TOO_MANY_REQUESTS */
  async admit({ requestId, address, organization }: Visitor, unknown: 'SIGN_IN_FAILED' | 'ACTIVATION_CODE_INVALID' | 'RESET_CODE_INVALID'): Promise<WorkContext> {
    const organizationId = await this.organizations.find(organization);
    if (organizationId === undefined) throw new JariError(unknown);
    await this.throttle.countAddress(organizationId, address);
    return systemContext(organizationId, 'sign-in', requestId);
  }

  /** Runs `work` as the account's holder. */
  async enter<T>(context: WorkContext, accountId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const account = await this.database.transaction(context, (tx) =>
      tx.one<{ employeeId: string | null }>('SELECT employee_id AS "employeeId" FROM account WHERE organization_id = $1 AND id = $2', [
        context.organizationId, accountId,
      ]),
    );
    if (!account) throw new JariError('ACCOUNT_NOT_FOUND');
    return this.database.transaction({ ...context, actor: { kind: 'PERSON', accountId, employeeId: account.employeeId, roles: [] } }, work);
  }

  /**
   * Opens a session with its audit row. The row names the client address because access records must hold it
   * (개인정보의 안전성 확보조치 기준 제8조); no log does.
   * @throws JariError SIGN_IN_FAILED when the account was closed meanwhile
   */
  async openSession(tx: Tx, accountId: string, action: string, address: string): Promise<OpenedSession> {
    const active = await tx.one(`SELECT 1 FROM account WHERE organization_id = $1 AND id = $2 AND state = 'ACTIVE' FOR SHARE`, [tx.organizationId, accountId]);
    if (!active) throw new JariError('SIGN_IN_FAILED');
    await this.audit.record(tx, { action, subjectType: 'account', subjectId: accountId, after: { address } });
    return this.sessions.open(tx, accountId);
  }
}
