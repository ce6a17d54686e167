import { Injectable } from '@nestjs/common';
import type { Language, Role } from '#contracts';
import { AccountSettings } from '../accounts/account-settings.js';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { prepareSql } from '../database/sql.js';

/** A session as the database knows it, with the roles that hold today; it may have ended. */
export interface SessionRow {
  readonly organizationId: string;
  readonly accountId: string;
  readonly employeeId: string | null;
  /** EMPLOYEE always. */
  readonly roles: readonly Role[];
  readonly language: Language;
  readonly expiresAt: Date;
}

const FIND = prepareSql(`
  SELECT token_hash AS "tokenHash", organization_id AS "organizationId", account_id AS "accountId", employee_id AS "employeeId",
         language, expires_at AS "expiresAt", roles
  FROM jari_find_sessions($1, $2, $3, $4, $5)`);

const keyOf = (hash: Buffer): string => hash.toString('latin1');

/**
 * Finds sessions by the hash of their token, without a transaction. While one question is on its way, those who come
 * meanwhile wait and then ask together: before a deadline that is one statement for many requests, and in quiet times
 * nobody waits (decision 0006).
 */
@Injectable()
export class SessionLookup {
  /** Who will ask together as soon as the question before has its answer. */
  private next: { readonly hashes: Map<string, Buffer>; readonly rows: Promise<ReadonlyMap<string, SessionRow>> } | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: AccountSettings,
  ) {}

  /** The session of an active account, prolonged by this request, or undefined. @throws what the database throws */
  async find(hash: Buffer): Promise<SessionRow | undefined> {
    const { hashes, rows } = (this.next ??= this.gather());
    hashes.set(keyOf(hash), hash);
    return (await rows).get(keyOf(hash));
  }

  private gather(): NonNullable<SessionLookup['next']> {
    const hashes = new Map<string, Buffer>();
    const rows = this.last.then(() => {
      this.next = undefined;
      return this.ask([...hashes.values()]);
    });
    this.last = rows.catch(() => undefined);
    return { hashes, rows };
  }

  private async ask(hashes: readonly Buffer[]): Promise<ReadonlyMap<string, SessionRow>> {
    const rows = await this.database.ask<SessionRow & { readonly tokenHash: Buffer }>(FIND, [
      hashes, this.clock.now(), this.clock.today(), this.settings.sessionMinutes, this.settings.longestSessionMinutes,
    ]);
    return new Map(rows.map(({ tokenHash, ...row }) => [keyOf(tokenHash), row]));
  }
}
