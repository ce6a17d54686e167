import { Injectable } from '@nestjs/common';
import { AuditService, foundOr404, JariError, newId, type Tx } from '#platform';
import { requireAnother } from '../circumstance/require-another.js';
import type { RelationKind } from './relation-kind.js';

export interface RelationRow {
  readonly id: string;
  readonly employeeAId: string;
  readonly employeeBId: string;
  readonly kind: RelationKind;
  readonly note: string | null;
}

const COLUMNS = `id, employee_a_id AS "employeeAId", employee_b_id AS "employeeBId", kind, note`;

/** Pairs who must not serve together (상피, 분리 배치). HR-only. */
@Injectable()
export class RelationService {
  constructor(private readonly audit: AuditService) {}

  /** Every pair, for an HR officer; the reading is an audit row. */
  async listForHr(tx: Tx): Promise<readonly RelationRow[]> {
    const rows = await tx.query<RelationRow>(`SELECT ${COLUMNS} FROM employee_relation WHERE organization_id = $1 ORDER BY employee_a_id, employee_b_id`, [tx.organizationId]);
    await this.audit.record(tx, { action: 'relation.readByHr', subjectType: 'employeeRelation', subjectId: null, after: { rows: rows.length } });
    return rows;
  }

  /** Pairs without notes, for the rules. */
  pairs(tx: Tx): Promise<Omit<RelationRow, 'note'>[]> {
    return tx.query(`SELECT id, employee_a_id AS "employeeAId", employee_b_id AS "employeeBId", kind FROM employee_relation WHERE organization_id = $1 ORDER BY id`, [
      tx.organizationId,
    ]);
  }

  /** The order of the two does not matter. @returns its id. @throws OFFICER_RECUSED about oneself, RELATION_TO_ONESELF, EMPLOYEE_NOT_FOUND, RELATION_EXISTS */
  async add(tx: Tx, one: string, other: string, kind: RelationKind, note: string | null): Promise<string> {
    requireAnother(tx, one, other);
    if (one === other) throw new JariError('RELATION_TO_ONESELF');
    const [a, b] = one < other ? [one, other] : [other, one];
    const known = await tx.query('SELECT 1 FROM employee WHERE organization_id = $1 AND id IN ($2, $3)', [tx.organizationId, a, b]);
    if (known.length !== 2) throw new JariError('EMPLOYEE_NOT_FOUND');
    const id = newId();
    const added = await tx.execute(
      `INSERT INTO employee_relation (organization_id, id, employee_a_id, employee_b_id, kind, note) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (organization_id, employee_a_id, employee_b_id) DO NOTHING RETURNING id`,
      [tx.organizationId, id, a, b, kind, note],
    );
    if (added === 0) throw new JariError('RELATION_EXISTS');
    await this.audit.record(tx, { action: 'relation.add', subjectType: 'employeeRelation', subjectId: id, after: { employeeAId: a, employeeBId: b } });
    return id;
  }

  /** @throws OFFICER_RECUSED about oneself, RELATION_NOT_FOUND */
  async remove(tx: Tx, id: string): Promise<void> {
    const row = foundOr404(
      await tx.one<RelationRow>(`SELECT ${COLUMNS} FROM employee_relation WHERE organization_id = $1 AND id = $2 FOR UPDATE`, [tx.organizationId, id]),
      'RELATION_NOT_FOUND',
    );
    requireAnother(tx, row.employeeAId, row.employeeBId);
    await tx.execute('DELETE FROM employee_relation WHERE organization_id = $1 AND id = $2', [tx.organizationId, id]);
    await this.audit.record(tx, {
      action: 'relation.remove', subjectType: 'employeeRelation', subjectId: id, before: { employeeAId: row.employeeAId, employeeBId: row.employeeBId },
    });
  }
}
