import type { UnitType } from '#organization';
import type { Tx } from '#platform';

/** One unit on the way from the top of the organisation to a post. */
export interface UnitStep {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly type: UnitType;
}

interface UnitRow extends UnitStep {
  readonly parentId: string | null;
}

const byCodes = (a: readonly UnitStep[], b: readonly UnitStep[]): number => {
  for (let depth = 0; depth < Math.min(a.length, b.length); depth++) {
    const [own, other] = [a[depth]?.code ?? '', b[depth]?.code ?? ''];
    if (own !== other) return own < other ? -1 : 1;
  }
  return a.length - b.length;
};

/** The units of one day as paths from the top down. */
export class UnitPaths {
  private readonly units: ReadonlyMap<string, UnitRow>;
  private readonly paths = new Map<string, readonly UnitStep[]>();

  private ranks: ReadonlyMap<string, number> | undefined;

  constructor(rows: readonly UnitRow[]) {
    this.units = new Map(rows.map((row) => [row.id, row]));
  }

  /** From the bureau (or whatever stands on top) down to the unit itself; empty for an unknown unit. */
  of(unitId: string): readonly UnitStep[] {
    const known = this.paths.get(unitId);
    if (known) return known;
    const unit = this.units.get(unitId);
    if (!unit) return [];
    const { parentId, ...step } = unit;
    this.paths.set(unitId, [step]); // ends a circle in the data instead of following it
    const path = parentId === null ? [step] : [...this.of(parentId), step];
    this.paths.set(unitId, path);
    return path;
  }

  /** The place of a unit when all units are listed from the top down, by code on each level; unknown units come last. */
  rank(unitId: string): number {
    this.ranks ??= new Map([...this.units.keys()].sort((a, b) => byCodes(this.of(a), this.of(b))).map((id, index) => [id, index]));
    return this.ranks.get(unitId) ?? this.units.size;
  }
}

/**
 * The units as they are on the day `on`. A unit that begins later stands as it will begin, so that the posts of a
 * decided reorganisation already have a name.
 */
export const loadUnitPaths = async (tx: Tx, on: string): Promise<UnitPaths> =>
  new UnitPaths(
    await tx.query<UnitRow>(
      `SELECT DISTINCT ON (v.unit_id) v.unit_id AS id, u.code, v.name, v.name_en AS "nameEn", v.type, v.parent_id AS "parentId"
       FROM org_unit_version v JOIN org_unit u ON u.organization_id = v.organization_id AND u.id = v.unit_id
       WHERE v.organization_id = $1 AND (v.valid_to IS NULL OR v.valid_to > $2)
       ORDER BY v.unit_id, v.valid_from`,
      [tx.organizationId, on],
    ),
  );
