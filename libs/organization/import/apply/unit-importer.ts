import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { loadUnitVersions, lockOrganizationChart, type StoredUnitVersion } from '../../unit/org-unit.service.js';
import type { Importer } from '../importer.js';
import { UNIT_COLUMNS } from '../plans/columns.js';
import type { ImportPlan } from '../plans/plan.js';
import { planUnits, type UnitWrites } from '../plans/plan-units.js';
import type { RawRow } from '../table/decode.js';
import { readTable } from '../table/read-table.js';

const RECORD = `jsonb_to_recordset($2::jsonb) AS n(id uuid, "unitId" uuid, name text, "nameEn" text, type text, "parentId" uuid, "validFrom" date, "validTo" date)`;

@Injectable()
export class UnitImporter implements Importer<UnitWrites> {
  readonly kind = 'UNITS';

  async plan(tx: Tx, rows: readonly RawRow[]): Promise<ImportPlan<UnitWrites>> {
    await lockOrganizationChart(tx);
    return planUnits(readTable(UNIT_COLUMNS, 'code', rows), await loadUnitVersions(tx));
  }

  async write(tx: Tx, { units, closed, changed, added }: UnitWrites): Promise<void> {
    await tx.execute('INSERT INTO org_unit (organization_id, id, code) SELECT $1, n.id, n.code FROM jsonb_to_recordset($2::jsonb) AS n(id uuid, code text)', [
      tx.organizationId, JSON.stringify(units),
    ]);
    await this.update(tx, [...closed, ...changed]);
    await tx.execute(
      `INSERT INTO org_unit_version (organization_id, id, unit_id, name, name_en, type, parent_id, valid_from, valid_to)
       SELECT $1, n.id, n."unitId", n.name, n."nameEn", n.type, n."parentId", n."validFrom", n."validTo" FROM ${RECORD}`,
      [tx.organizationId, JSON.stringify(added)],
    );
  }

  private async update(tx: Tx, versions: readonly StoredUnitVersion[]): Promise<void> {
    await tx.execute(
      `UPDATE org_unit_version v SET name = n.name, name_en = n."nameEn", type = n.type, parent_id = n."parentId", valid_to = n."validTo"
       FROM ${RECORD} WHERE v.organization_id = $1 AND v.id = n.id`,
      [tx.organizationId, JSON.stringify(versions)],
    );
  }
}
