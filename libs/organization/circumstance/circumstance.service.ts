import { Injectable } from '@nestjs/common';
import { AuditService, foundOr404, JariError, newId, refuseIfFaulty, type Tx } from '#platform';
import type { CircumstanceKind } from './circumstance-kind.js';
import { requireAnother } from './require-another.js';
import { requireEmployee } from '../employee/require-employee.js';

export interface NewCircumstance {
  readonly employeeId: string;
  readonly kind: CircumstanceKind;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly caseNumber: string;
  readonly note: string | null;
}

export interface CircumstanceRow extends NewCircumstance {
  readonly id: string;
}

/** A circumstance as the rules of a round see it: that there is one, never what is written about it. */
export type CircumstanceFact = Pick<CircumstanceRow, 'id' | 'employeeId' | 'kind'>;

const COLUMNS = `id, employee_id AS "employeeId", kind, valid_from AS "validFrom", valid_until AS "validUntil", case_number AS "caseNumber", note`;

/**
 * Hardship and protection of victims. Readable for HR officers, for an auditor who names the case; every reading is
 * an audit row. Notes never stand in audit rows.
 */
@Injectable()
export class CircumstanceService {
  constructor(private readonly audit: AuditService) {}

  /** A person's circumstances for an HR officer. @throws EMPLOYEE_NOT_FOUND */
  async listForHr(tx: Tx, employeeId: string): Promise<readonly CircumstanceRow[]> {
    await requireEmployee(tx, employeeId);
    const rows = await tx.query<CircumstanceRow>(`SELECT ${COLUMNS} FROM employee_circumstance WHERE organization_id = $1 AND employee_id = $2 ORDER BY valid_from, id`, [
      tx.organizationId, employeeId,
    ]);
    await this.audit.record(tx, { action: 'circumstance.readByHr', subjectType: 'employee', subjectId: employeeId, after: { rows: rows.length } });
    return rows;
  }

  /** What stands under one case number, for an auditor. @throws CIRCUMSTANCE_NOT_FOUND */
  async listByCase(tx: Tx, caseNumber: string): Promise<readonly CircumstanceRow[]> {
    const rows = await tx.query<CircumstanceRow>(`SELECT ${COLUMNS} FROM employee_circumstance WHERE organization_id = $1 AND case_number = $2 ORDER BY valid_from, id`, [
      tx.organizationId, caseNumber,
    ]);
    if (rows.length === 0) throw new JariError('CIRCUMSTANCE_NOT_FOUND');
    await this.audit.record(tx, ...rows.map(({ id, employeeId }) => ({ action: 'circumstance.readByAuditor', subjectType: 'employee', subjectId: employeeId, after: { id } })));
    return rows;
  }

  /** Who has which kind of circumstance on a day, for the rules; without texts and therefore without an audit row. */
  factsAt(tx: Tx, on: string): Promise<CircumstanceFact[]> {
    return tx.query<CircumstanceFact>(
      `SELECT id, employee_id AS "employeeId", kind FROM employee_circumstance
       WHERE organization_id = $1 AND valid_from <= $2 AND (valid_until IS NULL OR valid_until > $2) ORDER BY employee_id, kind, id`,
      [tx.organizationId, on],
    );
  }

  /** @returns its id. @throws OFFICER_RECUSED about oneself, EMPLOYEE_NOT_FOUND, VALIDATION_FAILED */
  async add(tx: Tx, circumstance: NewCircumstance): Promise<string> {
    const { employeeId, kind, validFrom, validUntil, caseNumber, note } = circumstance;
    requireAnother(tx, employeeId);
    refuseIfFaulty(validUntil !== null && validUntil <= validFrom ? [{ path: 'validUntil', code: 'PERIOD_INVERTED' }] : []);
    const person = await tx.one('SELECT 1 FROM employee WHERE organization_id = $1 AND id = $2', [tx.organizationId, employeeId]);
    if (!person) throw new JariError('EMPLOYEE_NOT_FOUND');
    const id = newId();
    await tx.execute(
      `INSERT INTO employee_circumstance (organization_id, id, employee_id, kind, valid_from, valid_until, case_number, note)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [tx.organizationId, id, employeeId, kind, validFrom, validUntil, caseNumber, note],
    );
    await this.audit.record(tx, { action: 'circumstance.add', subjectType: 'employee', subjectId: employeeId, after: { id, validFrom, validUntil } });
    return id;
  }

  /** Ends a circumstance on `validUntil` (exclusive). @throws OFFICER_RECUSED about oneself, CIRCUMSTANCE_NOT_FOUND, VALIDATION_FAILED */
  async end(tx: Tx, id: string, validUntil: string): Promise<void> {
    const row = foundOr404(
      await tx.one<CircumstanceRow>(`SELECT ${COLUMNS} FROM employee_circumstance WHERE organization_id = $1 AND id = $2 FOR UPDATE`, [tx.organizationId, id]),
      'CIRCUMSTANCE_NOT_FOUND',
    );
    requireAnother(tx, row.employeeId);
    refuseIfFaulty(validUntil <= row.validFrom ? [{ path: 'validUntil', code: 'PERIOD_INVERTED' }] : []);
    await tx.execute('UPDATE employee_circumstance SET valid_until = $3 WHERE organization_id = $1 AND id = $2', [tx.organizationId, id, validUntil]);
    await this.audit.record(tx, {
      action: 'circumstance.end', subjectType: 'employee', subjectId: row.employeeId, before: { id, validUntil: row.validUntil }, after: { id, validUntil },
    });
  }
}
