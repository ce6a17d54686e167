import { Injectable } from '@nestjs/common';
import { AuditService, foundOr404, JariError, newId, refuseIfFaulty, type Tx } from '#platform';
import { covers } from '../calendar/civil-date.js';
import { timelineFaults } from './timeline-faults.js';
import { UnitTree, type UnitVersion } from './unit-tree.js';
import type { UnitType } from './unit-type.js';

export interface NewUnit {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly type: UnitType;
  readonly parentId: string | null;
  readonly validFrom: string;
}

/** A renaming or a move; what is left out stays. */
export interface UnitChange {
  readonly name?: string;
  readonly nameEn?: string | null;
  readonly type?: UnitType;
  readonly parentId?: string | null;
}

export interface StoredUnitVersion extends UnitVersion {
  readonly id: string;
}

/** Every version of every unit, oldest first. */
export const loadUnitVersions = (tx: Tx, unitId: string | null = null): Promise<StoredUnitVersion[]> =>
  tx.query<StoredUnitVersion>(
    `SELECT v.id, v.unit_id AS "unitId", u.code, v.name, v.name_en AS "nameEn", v.type, v.parent_id AS "parentId",
            v.valid_from AS "validFrom", v.valid_to AS "validTo"
     FROM org_unit_version v JOIN org_unit u ON u.organization_id = v.organization_id AND u.id = v.unit_id
     WHERE v.organization_id = $1 AND ($2::uuid IS NULL OR v.unit_id = $2)
     ORDER BY u.code, v.valid_from`,
    [tx.organizationId, unitId],
  );

/** One writer at a time on the chart, because its rules (no circle, parents open) span many rows. Held until commit. */
export const lockOrganizationChart = (tx: Tx): Promise<number> =>
  tx.execute(`SELECT pg_advisory_xact_lock(hashtextextended('organization-chart:' || $1, 0))`, [tx.organizationId]);

/** The effective-dated tree of bureaus, departments, teams and dong. */
@Injectable()
export class OrgUnitService {
  constructor(private readonly audit: AuditService) {}

  /** The organisation chart of a day: paths, descendants, reporting lines. */
  async tree(tx: Tx, on: string): Promise<UnitTree> {
    return new UnitTree(await loadUnitVersions(tx), on);
  }

  /** Every version of one unit, oldest first. @throws UNIT_NOT_FOUND */
  async history(tx: Tx, unitId: string): Promise<readonly StoredUnitVersion[]> {
    const versions = await loadUnitVersions(tx, unitId);
    if (versions.length === 0) throw new JariError('UNIT_NOT_FOUND');
    return versions;
  }

  /** @returns the new unit's id. @throws UNIT_CODE_TAKEN, or VALIDATION_FAILED with what is wrong in the chart */
  async create(tx: Tx, unit: NewUnit): Promise<string> {
    await lockOrganizationChart(tx);
    const taken = await tx.one('SELECT 1 FROM org_unit WHERE organization_id = $1 AND code = $2', [tx.organizationId, unit.code]);
    if (taken) throw new JariError('UNIT_CODE_TAKEN', { value: unit.code });
    const unitId = newId();
    const versions = await loadUnitVersions(tx);
    this.refuseUnsound([...versions, { ...unit, unitId, validTo: null }], unitId);
    await tx.execute('INSERT INTO org_unit (organization_id, id, code) VALUES ($1, $2, $3)', [tx.organizationId, unitId, unit.code]);
    await this.insertVersion(tx, { ...unit, unitId, validTo: null });
    await this.audit.record(tx, { action: 'orgUnit.create', subjectType: 'orgUnit', subjectId: unitId, after: { ...unit } });
    return unitId;
  }

  /**
   * Renames or moves a unit from `from` on: the present version ends there and a new one begins. On the first day of
   * the present version it is corrected in place.
   * @throws UNIT_NOT_FOUND, UNIT_CHANGE_BEFORE_CURRENT, or VALIDATION_FAILED with what is wrong in the chart
   */
  async change(tx: Tx, unitId: string, change: UnitChange, from: string): Promise<void> {
    await lockOrganizationChart(tx);
    const versions = await loadUnitVersions(tx);
    const present = foundOr404(versions.findLast((version) => version.unitId === unitId), 'UNIT_NOT_FOUND');
    if (!(from >= present.validFrom) || (present.validTo !== null && present.validTo <= from)) {
      throw new JariError('UNIT_CHANGE_BEFORE_CURRENT', { date: present.validFrom });
    }
    const next: UnitVersion = { ...present, ...change, validFrom: from };
    const others = versions.filter((version) => version !== present);
    const closed = from === present.validFrom ? [] : [{ ...present, validTo: from }];
    this.refuseUnsound([...others, ...closed, next], unitId);
    if (from === present.validFrom) {
      await tx.execute('DELETE FROM org_unit_version WHERE organization_id = $1 AND id = $2', [tx.organizationId, present.id]);
    } else {
      await tx.execute('UPDATE org_unit_version SET valid_to = $3 WHERE organization_id = $1 AND id = $2', [tx.organizationId, present.id, from]);
    }
    await this.insertVersion(tx, next);
    await this.audit.record(tx, {
      action: 'orgUnit.change', subjectType: 'orgUnit', subjectId: unitId, before: describe(present), after: describe(next),
    });
  }

  /**
   * Ends units on `on` (exclusive) together; every unit and post below must end by then too.
   * @throws UNIT_NOT_FOUND, UNIT_IN_USE with the codes of what is still open as faults
   */
  async close(tx: Tx, unitIds: readonly string[], on: string): Promise<void> {
    await lockOrganizationChart(tx);
    const versions = await loadUnitVersions(tx);
    for (const unitId of unitIds) {
      const present = versions.findLast((version) => version.unitId === unitId);
      if (!present || !covers(present.validFrom, present.validTo, on)) throw new JariError('UNIT_NOT_FOUND');
      if (present.validFrom === on) throw new JariError('UNIT_CHANGE_BEFORE_CURRENT', { date: present.validFrom });
    }
    const children = versions.filter(({ unitId, parentId, validTo }) =>
      parentId !== null && unitIds.includes(parentId) && !unitIds.includes(unitId) && (validTo === null || validTo > on));
    const posts = await tx.query<{ code: string }>(
      `SELECT code FROM position WHERE organization_id = $1 AND unit_id = ANY($2::uuid[]) AND (valid_to IS NULL OR valid_to > $3) ORDER BY code`,
      [tx.organizationId, unitIds, on],
    );
    const open = [...new Set([...children, ...posts].map(({ code }) => code))];
    if (open.length > 0) {
      throw new JariError('UNIT_IN_USE', { count: open.length }, open.map((code) => ({ path: 'unitId', code: 'UNIT_STILL_OPEN', params: { value: code } })));
    }
    await tx.execute(
      `UPDATE org_unit_version SET valid_to = $3 WHERE organization_id = $1 AND unit_id = ANY($2::uuid[]) AND (valid_to IS NULL OR valid_to > $3)`,
      [tx.organizationId, unitIds, on],
    );
    await this.audit.record(tx, ...unitIds.map((unitId) => ({ action: 'orgUnit.close', subjectType: 'orgUnit', subjectId: unitId, after: { validTo: on } })));
  }

  private refuseUnsound(versions: readonly UnitVersion[], unitId: string): void {
    refuseIfFaulty(
      timelineFaults(versions)
        .filter((fault) => fault.unitId === unitId || versions.some((version) => version.unitId === fault.unitId && version.parentId === unitId))
        .map(({ column, code, params }) => ({ path: column === 'parentCode' ? 'parentId' : column, code, params })),
    );
  }

  private async insertVersion(tx: Tx, { unitId, name, nameEn, type, parentId, validFrom, validTo }: UnitVersion): Promise<void> {
    await tx.execute(
      `INSERT INTO org_unit_version (organization_id, id, unit_id, name, name_en, type, parent_id, valid_from, valid_to)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [tx.organizationId, newId(), unitId, name, nameEn, type, parentId, validFrom, validTo],
    );
  }
}

const describe = ({ name, nameEn, type, parentId, validFrom }: UnitVersion) => ({ name, nameEn, type, parentId, validFrom });
