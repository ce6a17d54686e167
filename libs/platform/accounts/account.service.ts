import { Injectable } from '@nestjs/common';
import { isPermitted, PERMISSIONS, type Language, type Permission, type Role } from '#contracts';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../clock/clock.js';
import type { Tx } from '../database/transaction.js';
import { foundOr404, JariError, refuseIfFaulty } from '../errors/jari-error.js';
import { newId } from '../ids/new-id.js';
import { SessionService } from '../sessions/session.service.js';
import type { AccountState } from './account-state.js';

export interface AccountView {
  readonly id: string;
  readonly signInName: string;
  readonly employeeId: string | null;
  readonly state: AccountState;
  readonly language: Language;
  /** Until when a one-time code can be used; null without one. */
  readonly codeExpiresAt: Date | null;
}

export interface AccountFilter {
  readonly state?: AccountState | undefined;
  /** Beginning of the sign-in name. */
  readonly signInName?: string | undefined;
  /** The last sign-in name of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface WhoAmI {
  readonly accountId: string;
  readonly employeeId: string | null;
  readonly signInName: string;
  readonly language: Language;
  readonly roles: readonly Role[];
  readonly permissions: readonly Permission[];
  readonly organization: { readonly id: string; readonly code: string; readonly name: string; readonly nameEn: string; readonly isDemo: boolean };
}

const VIEW = `id, sign_in_name AS "signInName", employee_id AS "employeeId", state, language, code_expires_at AS "codeExpiresAt"`;

@Injectable()
export class AccountService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly sessions: SessionService,
  ) {}

  /** In the order of sign-in names; `next` is null on the last page. */
  async list(tx: Tx, { state, signInName, after, limit }: AccountFilter): Promise<{ items: readonly AccountView[]; next: string | null }> {
    const rows = await tx.query<AccountView>(
      `SELECT ${VIEW} FROM account
       WHERE organization_id = $1 AND ($2::text IS NULL OR state = $2)
         AND ($3::text IS NULL OR starts_with(lower(sign_in_name), lower($3))) AND ($4::text IS NULL OR sign_in_name > $4)
       ORDER BY sign_in_name LIMIT $5`,
      [tx.organizationId, state ?? null, signInName ?? null, after ?? null, limit + 1],
    );
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? (items.at(-1)?.signInName ?? null) : null };
  }

  /**
   * An account for somebody who is no employee: a mayor, an outside committee member. It waits for its activation code.
   * @throws JariError VALIDATION_FAILED when the name is taken
   */
  async create(tx: Tx, signInName: string): Promise<AccountView> {
    const row = await tx.one<AccountView>(
      `INSERT INTO account (organization_id, id, sign_in_name, state, created_at) VALUES ($1, $2, $3, 'INVITED', $4)
       ON CONFLICT DO NOTHING RETURNING ${VIEW}`,
      [tx.organizationId, newId(), signInName.normalize('NFKC'), this.clock.now()],
    );
    if (!row) refuseIfFaulty([{ path: 'signInName', code: 'SIGN_IN_NAME_TAKEN' }]);
    const created = foundOr404(row);
    await this.audit.record(tx, { action: 'account.create', subjectType: 'account', subjectId: created.id, after: { signInName } });
    return created;
  }

  /** Closes an account at once: no sign-in, no session. @throws JariError ACCOUNT_NOT_FOUND, or PERMISSION_DENIED for one's own */
  async disable(tx: Tx, accountId: string): Promise<AccountView> {
    const { actor } = tx.context;
    if (actor.kind === 'PERSON' && actor.accountId === accountId) throw new JariError('PERMISSION_DENIED');
    return this.changeState(tx, accountId, 'account.disable', `'DISABLED'`);
  }

  /** Opens a closed account again; the password from before still holds. */
  async enable(tx: Tx, accountId: string): Promise<AccountView> {
    return this.changeState(tx, accountId, 'account.enable', `CASE WHEN state <> 'DISABLED' THEN state WHEN password_hash IS NULL THEN 'INVITED' ELSE 'ACTIVE' END`);
  }

  async setLanguage(tx: Tx, accountId: string, language: Language): Promise<void> {
    await tx.execute('UPDATE account SET language = $3 WHERE organization_id = $1 AND id = $2', [tx.organizationId, accountId, language]);
  }

  /** @throws JariError NOT_SIGNED_IN for the product itself */
  async whoAmI(tx: Tx): Promise<WhoAmI> {
    const { actor } = tx.context;
    if (actor.kind !== 'PERSON') throw new JariError('NOT_SIGNED_IN');
    const row = foundOr404(
      await tx.one<{ signInName: string; language: Language; code: string; name: string; nameEn: string; isDemo: boolean }>(
        `SELECT a.sign_in_name AS "signInName", a.language, o.code, o.name, o.name_en AS "nameEn", o.is_demo AS "isDemo"
         FROM account a JOIN organization o ON o.organization_id = a.organization_id
         WHERE a.organization_id = $1 AND a.id = $2`,
        [tx.organizationId, actor.accountId],
      ),
      'ACCOUNT_NOT_FOUND',
    );
    const { signInName, language, ...organization } = row;
    return {
      accountId: actor.accountId,
      employeeId: actor.employeeId,
      signInName,
      language,
      roles: actor.roles,
      permissions: (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => isPermitted(permission, actor.roles)),
      organization: { id: tx.organizationId, ...organization },
    };
  }

  /** @param newState SQL from this file only */
  private async changeState(tx: Tx, accountId: string, action: string, newState: string): Promise<AccountView> {
    const before = foundOr404(
      await tx.one<{ state: AccountState }>('SELECT state FROM account WHERE organization_id = $1 AND id = $2 FOR UPDATE', [tx.organizationId, accountId]),
      'ACCOUNT_NOT_FOUND',
    );
    const after = foundOr404(
      await tx.one<AccountView>(
        `UPDATE account SET state = ${newState}, code_hash = NULL, code_purpose = NULL, code_expires_at = NULL
         WHERE organization_id = $1 AND id = $2 RETURNING ${VIEW}`,
        [tx.organizationId, accountId],
      ),
    );
    if (after.state === 'DISABLED') await this.sessions.closeAll(tx, accountId);
    if (before.state !== after.state) {
      await this.audit.record(tx, { action, subjectType: 'account', subjectId: accountId, before: { state: before.state }, after: { state: after.state } });
    }
    return after;
  }
}
