import { Injectable } from '@nestjs/common';
import { AccountSettings } from '../accounts/account-settings.js';
import { Clock } from '../clock/clock.js';
import type { Tx } from '../database/transaction.js';
import { JariError } from '../errors/jari-error.js';
import { newToken } from '../ids/new-id.js';
import { SessionLookup, type SessionRow } from './session-lookup.js';
import { isSessionToken, sessionTokenHash } from './session-token.js';

export interface FoundSession extends SessionRow {
  readonly ok: true;
}

export type SessionResolution = FoundSession | { readonly ok: false; readonly code: 'NOT_SIGNED_IN' | 'SESSION_EXPIRED' };

export interface OpenedSession {
  /** For the cookie, and for nothing else: it is not kept. */
  readonly token: string;
  readonly expiresAt: Date;
}

/** How long an ended session is remembered, so that its owner reads "ended" and not "please sign in". */
const REMEMBERED_MS = 24 * 3600 * 1000;

/** Sessions live in PostgreSQL, so that any API process knows them and ending one ends it everywhere at once. */
@Injectable()
export class SessionService {
  constructor(
    private readonly lookup: SessionLookup,
    private readonly clock: Clock,
    private readonly settings: AccountSettings,
  ) {}

  /**
   * Who holds the token, with the roles of today, in one round trip and without a transaction: every request asks
   * this first, and only the answer says for which organisation the door to the database may be opened. A request
   * counts as activity: it puts off the end of the session (decision 0006).
   */
  async resolve(token: string): Promise<SessionResolution> {
    if (!isSessionToken(token)) return { ok: false, code: 'NOT_SIGNED_IN' };
    const row = await this.lookup.find(sessionTokenHash(token));
    if (!row) return { ok: false, code: 'NOT_SIGNED_IN' };
    return row.expiresAt > this.clock.now() ? { ok: true, ...row } : { ok: false, code: 'SESSION_EXPIRED' };
  }

  /** Signs the account in on one more browser. */
  async open(tx: Tx, accountId: string): Promise<OpenedSession> {
    const token = newToken();
    const now = this.clock.now();
    const expiresAt = this.idleEnd(now);
    await tx.execute('INSERT INTO session (organization_id, token_hash, account_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)', [
      tx.organizationId, sessionTokenHash(token), accountId, now, expiresAt,
    ]);
    return { token, expiresAt };
  }

  /**
   * Puts the end off to a full idle time from now, within the longest time since signing in. @returns the new end
   * @throws JariError SESSION_EXPIRED when it has ended meanwhile
   */
  async extend(tx: Tx, token: string): Promise<Date> {
    const now = this.clock.now();
    const row = await tx.one<{ expiresAt: Date }>(
      `UPDATE session SET expires_at = greatest(expires_at, least($3::timestamptz, created_at + make_interval(mins => $4)))
       WHERE organization_id = $1 AND token_hash = $2 AND expires_at > $5
       RETURNING expires_at AS "expiresAt"`,
      [tx.organizationId, sessionTokenHash(token), this.idleEnd(now), this.settings.longestSessionMinutes, now],
    );
    if (!row) throw new JariError('SESSION_EXPIRED');
    return row.expiresAt;
  }

  async close(tx: Tx, token: string): Promise<void> {
    await tx.execute('DELETE FROM session WHERE organization_id = $1 AND token_hash = $2', [tx.organizationId, sessionTokenHash(token)]);
  }

  /** Signs the account out everywhere, but for the browser of `exceptToken`. @returns how many sessions that ended */
  async closeAll(tx: Tx, accountId: string, exceptToken?: string): Promise<number> {
    return tx.execute('DELETE FROM session WHERE organization_id = $1 AND account_id = $2 AND ($3::bytea IS NULL OR token_hash <> $3)', [
      tx.organizationId, accountId, exceptToken === undefined ? null : sessionTokenHash(exceptToken),
    ]);
  }

  /** Forgets what ended a day ago, of every organisation. Runs in `Database.system`. @returns how many */
  async removeExpired(tx: Tx): Promise<number> {
    return tx.execute('DELETE FROM session WHERE expires_at < $1', [new Date(this.clock.now().getTime() - REMEMBERED_MS)]);
  }

  private idleEnd(now: Date): Date {
    return new Date(now.getTime() + this.settings.sessionMinutes * 60_000);
  }
}
