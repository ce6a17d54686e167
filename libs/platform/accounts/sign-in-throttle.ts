import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { systemContext, type WorkContext } from '../database/actor.js';
import { Database } from '../database/database.js';
import type { Tx } from '../database/transaction.js';
import { JariError } from '../errors/jari-error.js';
import { AccountSettings } from './account-settings.js';
import { addressGroup } from './address-group.js';

export const MOST_FAILURES = 5;
export const LOCK_MINUTES = 15;

/** The same name however it is typed. */
export const normalizedSignInName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** The key under which attempts on a sign-in name are counted. */
export const nameSubject = (signInName: string): Buffer => createHash('sha256').update(`name:${normalizedSignInName(signInName)}`).digest();
const addressSubject = (address: string): Buffer => createHash('sha256').update(`address:${addressGroup(address)}`).digest();

/**
 * Slows down whoever guesses passwords. Counts are kept in PostgreSQL and in transactions of their own, so that they
 * hold across processes and stand even though the request fails.
 */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: AccountSettings,
  ) {}

  /**
   * Counts a request from a client address. Follows PostgreSQL's clock: it protects the machine, in a simulated
   * season too.
   * @throws JariError TOO_MANY_REQUESTS with the `seconds` to wait
   */
  async countAddress(organizationId: string, address: string): Promise<void> {
    const row = await this.database.transaction(systemContext(organizationId, 'sign-in-throttle'), (tx) =>
      tx.one<{ attempts: number; seconds: number }>(
        `INSERT INTO sign_in_attempt AS s (organization_id, subject, attempts, forgotten_at) VALUES ($1, $2, 1, now() + interval '1 minute')
         ON CONFLICT (organization_id, subject) DO UPDATE SET
           attempts = CASE WHEN s.forgotten_at <= now() THEN 1 ELSE s.attempts + 1 END,
           forgotten_at = CASE WHEN s.forgotten_at <= now() THEN excluded.forgotten_at ELSE s.forgotten_at END
         RETURNING attempts, ceil(extract(epoch FROM forgotten_at - now()))::integer AS seconds`,
        [organizationId, addressSubject(address)],
      ),
    );
    if (row && row.attempts > this.settings.signInPerMinute) throw new JariError('TOO_MANY_REQUESTS', { seconds: Math.max(1, row.seconds) });
  }

  /**
   * Counts an attempt on a sign-in name before the password is looked at: many at the same moment get no more
   * guesses than one after the other. Unknown names are counted alike, so a lock tells nothing about who exists.
   * A success takes the count back (`forget`); 15 quiet minutes do too.
   * @returns the attempts so far
   * @throws JariError ACCOUNT_LOCKED with the `minutes` to wait, from the sixth attempt on
   */
  async countName(context: WorkContext, signInName: string): Promise<number> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + LOCK_MINUTES * 60_000);
    const row = await this.database.transaction(context, (tx) =>
      tx.one<{ attempts: number; forgottenAt: Date }>(
        `INSERT INTO sign_in_attempt AS s (organization_id, subject, attempts, forgotten_at) VALUES ($1, $2, 1, $4)
         ON CONFLICT (organization_id, subject) DO UPDATE SET
           attempts = CASE WHEN s.forgotten_at <= $3 THEN 1 ELSE least(s.attempts, $5) + 1 END,
           forgotten_at = CASE WHEN s.forgotten_at > $3 AND s.attempts >= $5 THEN s.forgotten_at ELSE $4 END
         RETURNING attempts, forgotten_at AS "forgottenAt"`,
        [context.organizationId, nameSubject(signInName), now, until, MOST_FAILURES],
      ),
    );
    if (row && row.attempts > MOST_FAILURES) {
      throw new JariError('ACCOUNT_LOCKED', { minutes: Math.max(1, Math.ceil((row.forgottenAt.getTime() - now.getTime()) / 60_000)) });
    }
    return row?.attempts ?? 1;
  }

  /** Takes the count of a name back: somebody proved to be who they say. */
  async forget(tx: Tx, signInName: string): Promise<void> {
    await tx.execute('DELETE FROM sign_in_attempt WHERE organization_id = $1 AND subject = $2', [tx.organizationId, nameSubject(signInName)]);
  }

  /** Removes counts that no longer count, of every organisation. Runs in `Database.system`. @returns how many */
  async removeForgotten(tx: Tx): Promise<number> {
    return tx.execute('DELETE FROM sign_in_attempt WHERE forgotten_at < least($1::timestamptz, now())', [this.clock.now()]);
  }
}
