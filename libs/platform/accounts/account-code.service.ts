import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../clock/clock.js';
import type { Tx } from '../database/transaction.js';
import { foundOr404, JariError } from '../errors/jari-error.js';
import type { AccountState, CodePurpose } from './account-state.js';
import { newOneTimeCode, oneTimeCodeHash } from './one-time-code.js';
import { PersonNames } from './person-names.js';
import { SignInThrottle } from './sign-in-throttle.js';

/** A code in clear, once: for the sheet that is handed to its owner. */
export interface IssuedCode {
  readonly accountId: string;
  readonly employeeId: string | null;
  /** The sign-in name, which is the employee number of an employee. */
  readonly employeeNumber: string;
  readonly name: string | null;
  readonly code: string;
  readonly expiresAt: Date;
}

export interface IssuedBatch {
  readonly items: readonly IssuedCode[];
  /** Invited accounts that got none, because their holders have roles and only a SYSTEM_ADMIN may open such accounts. */
  readonly withheld: number;
}

/** Which invited accounts; without either list everyone who has no code that still holds. */
export interface ActivationRequest {
  readonly employeeIds?: readonly string[] | undefined;
  readonly accountIds?: readonly string[] | undefined;
}

interface Target {
  readonly id: string;
  readonly employeeId: string | null;
  readonly signInName: string;
  readonly hasGrants: boolean;
}

const DAY_MS = 24 * 3600 * 1000;
const LIFETIME_MS: Readonly<Record<CodePurpose, number>> = { ACTIVATION: 30 * DAY_MS, RESET: 3 * DAY_MS };

/**
 * One-time codes, kept as hashes only. Whoever issues a code could use it, so for an account that holds a granted
 * role, such as the mayor's or the auditor's, HR cannot.
 */
@Injectable()
export class AccountCodeService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly throttle: SignInThrottle,
    private readonly names: PersonNames,
  ) {}

  /** Codes for accounts that wait for their first password. A new code replaces the one before. */
  async issueActivationCodes(tx: Tx, { employeeIds, accountIds }: ActivationRequest): Promise<IssuedBatch> {
    const everyone = employeeIds === undefined && accountIds === undefined;
    const targets = await this.lockTargets(
      tx, 'INVITED',
      `($4 AND (code_expires_at IS NULL OR code_expires_at <= $5)) OR employee_id = ANY($6::uuid[]) OR id = ANY($7::uuid[])`,
      [everyone, this.clock.now(), employeeIds ?? [], accountIds ?? []],
    );
    const allowed = targets.filter((target) => this.mayOpen(tx, target));
    return { items: await this.issue(tx, 'ACTIVATION', allowed), withheld: targets.length - allowed.length };
  }

  /**
   * A code for somebody who forgot the password, which holds until the code is used. Ends a lock-out.
   * @throws JariError ACCOUNT_NOT_FOUND when there is no active account, PERMISSION_DENIED for an account with roles
   */
  async issueResetCode(tx: Tx, accountId: string): Promise<IssuedCode> {
    const [target] = await this.lockTargets(tx, 'ACTIVE', 'id = $4', [accountId]);
    const account = foundOr404(target, 'ACCOUNT_NOT_FOUND');
    if (!this.mayOpen(tx, account)) throw new JariError('PERMISSION_DENIED');
    await this.throttle.forget(tx, account.signInName);
    const [code] = await this.issue(tx, 'RESET', [account]);
    return foundOr404(code);
  }

  private mayOpen(tx: Tx, { hasGrants }: Target): boolean {
    const { actor } = tx.context;
    return !hasGrants || actor.kind === 'SYSTEM' || actor.roles.includes('SYSTEM_ADMIN');
  }

  /** @param condition SQL from this file only, over `$4`… */
  private lockTargets(tx: Tx, state: AccountState, condition: string, values: Parameters<Tx['query']>[1] & object): Promise<Target[]> {
    return tx.query<Target>(
      `SELECT id, employee_id AS "employeeId", sign_in_name AS "signInName",
              EXISTS (SELECT 1 FROM role_grant g WHERE g.organization_id = a.organization_id AND g.account_id = a.id
                      AND (g.valid_to IS NULL OR g.valid_to > $3)) AS "hasGrants"
       FROM account a WHERE organization_id = $1 AND state = $2 AND (${condition})
       ORDER BY sign_in_name FOR UPDATE`,
      [tx.organizationId, state, this.clock.today(), ...values],
    );
  }

  private async issue(tx: Tx, purpose: CodePurpose, targets: readonly Target[]): Promise<IssuedCode[]> {
    const expiresAt = new Date(this.clock.now().getTime() + LIFETIME_MS[purpose]);
    const codes = targets.map((target) => ({ target, code: newOneTimeCode() }));
    await tx.execute(
      `UPDATE account a SET code_hash = n.hash, code_purpose = $2, code_expires_at = $3
       FROM unnest($4::uuid[], $5::text[]) AS n(id, hash) WHERE a.organization_id = $1 AND a.id = n.id`,
      [tx.organizationId, purpose, expiresAt, codes.map(({ target }) => target.id), codes.map(({ target, code }) => oneTimeCodeHash(target.id, code))],
    );
    const action = purpose === 'ACTIVATION' ? 'account.issueActivationCode' : 'account.issueResetCode';
    await this.audit.record(tx, ...targets.map(({ id }) => ({ action, subjectType: 'account', subjectId: id })));
    const names = await this.names.namesOf(tx, targets.flatMap(({ employeeId }) => employeeId ?? []));
    return codes.map(({ target: { id, employeeId, signInName }, code }) => ({
      accountId: id, employeeId, employeeNumber: signInName, name: (employeeId && names.get(employeeId)) ?? null, code, expiresAt,
    }));
  }
}
