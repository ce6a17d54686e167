import { Injectable } from '@nestjs/common';
import { Clock, DerivedRoleCache, type Tx } from '#platform';
import { headcountSql } from '../../position/headcount.js';
import { POSITION_COLUMNS as SQL_COLUMNS, type PositionRow } from '../../position/position.query.js';
import { insertPositions, updatePositions } from '../../position/position.write.js';
import { loadUnitVersions, lockOrganizationChart } from '../../unit/org-unit.service.js';
import type { Importer } from '../importer.js';
import { POSITION_COLUMNS } from '../plans/columns.js';
import type { ImportPlan } from '../plans/plan.js';
import { planPositions, type PositionWrites } from '../plans/plan-positions.js';
import type { RawRow } from '../table/decode.js';
import { readTable } from '../table/read-table.js';

/** Every post, open or not. */
export const loadPositions = (tx: Tx): Promise<PositionRow[]> =>
  tx.query<PositionRow>(`SELECT ${SQL_COLUMNS} FROM position p WHERE p.organization_id = $1 ORDER BY p.code`, [tx.organizationId]);

@Injectable()
export class PositionImporter implements Importer<PositionWrites> {
  readonly kind = 'POSITIONS';

  constructor(
    private readonly clock: Clock,
    private readonly roles: DerivedRoleCache,
  ) {}

  async plan(tx: Tx, rows: readonly RawRow[]): Promise<ImportPlan<PositionWrites>> {
    await lockOrganizationChart(tx);
    const counted = await tx.query<{ positionId: string; current: number }>(
      `SELECT h.position_id AS "positionId", h.holders - h.supernumerary AS current FROM (${headcountSql('$2::date')}) h`,
      [tx.organizationId, this.clock.today()],
    );
    return planPositions(readTable(POSITION_COLUMNS, 'code', rows), {
      units: await loadUnitVersions(tx),
      positions: await loadPositions(tx),
      headcounts: new Map(counted.map(({ positionId, current }) => [positionId, current])),
    });
  }

  async write(tx: Tx, { added, changed }: PositionWrites): Promise<void> {
    await insertPositions(tx, added);
    await updatePositions(tx, changed);
    if (changed.length > 0) await this.roles.refresh(tx);
  }
}
