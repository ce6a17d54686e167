import '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AccountService, AccountSettings, Database, JariError, SessionService, type OpenedSession } from '#platform';
import { SESSION_COOKIE } from '../http/session.guard.js';
import type { SessionView } from './session.dto.js';

/** Hands out and takes back the session cookie, and says who stands behind one. */
@Injectable()
export class SessionDoor {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionService,
    private readonly accounts: AccountService,
    private readonly settings: AccountSettings,
  ) {}

  /** Scripts cannot read it, other sites cannot send it; it ends with the browser, or when the server says so. */
  async letIn(reply: FastifyReply, { token }: OpenedSession, requestId: string): Promise<SessionView> {
    void reply.setCookie(SESSION_COOKIE, token, { httpOnly: true, sameSite: 'strict', path: '/', secure: this.settings.cookieSecure });
    return this.describe(token, requestId);
  }

  letOut(reply: FastifyReply): void {
    void reply.clearCookie(SESSION_COOKIE, { httpOnly: true, sameSite: 'strict', path: '/', secure: this.settings.cookieSecure });
  }

  async describe(token: string, requestId: string): Promise<SessionView> {
    const session = await this.sessions.resolve(token);
    if (!session.ok) throw new JariError(session.code);
    const { organizationId, accountId, employeeId, roles, expiresAt } = session;
    const actor = { kind: 'PERSON', accountId, employeeId, roles } as const;
    const who = await this.database.transaction({ organizationId, requestId, actor }, (tx) => this.accounts.whoAmI(tx));
    return { ...who, expiresAt };
  }
}
