import type { Bilingual } from '#contracts';
import { UnitTree, type UnitVersion } from '#organization';
import type { Tx } from '#platform';
import { heading } from '../figures/headings.js';
import type { Heading } from '../figures/figure.js';

/** Where a post stands: its department or dong, and the group in which flows are shown (bureau, all dong, or an office by itself). */
export interface Place {
  readonly department: Heading;
  readonly group: Heading;
}

export interface PlaceBook {
  /** Every post of the organisation by row id. */
  readonly byPosition: ReadonlyMap<string, Place>;
  /** `[{"id", "department", "group"}]`, for joining in SQL. */
  readonly json: string;
  /** Departments by code. */
  readonly departments: ReadonlyMap<string, Place>;
}

/** Where somebody without a post comes from, and posts of units that are long gone. */
export const NOWHERE: Place = { department: heading('NONE'), group: heading('NONE') };

const named = ({ code, name, nameEn }: UnitVersion): Heading => ({ code, label: { ko: name, en: nameEn ?? name } satisfies Bilingual });

/** By the chart of the day the orders take effect; what is abolished by then, by the chart of the cut-off date. */
export const loadPlaces = async (tx: Tx, { effectiveOn, cutOffOn }: { readonly effectiveOn: string; readonly cutOffOn: string }): Promise<PlaceBook> => {
  const versions = await tx.query<UnitVersion>(
    `SELECT v.unit_id AS "unitId", u.code, v.name, v.name_en AS "nameEn", v.type, v.parent_id AS "parentId", v.valid_from AS "validFrom", v.valid_to AS "validTo"
     FROM org_unit_version v JOIN org_unit u ON u.organization_id = v.organization_id AND u.id = v.unit_id WHERE v.organization_id = $1`, [tx.organizationId]);
  const posts = await tx.query<{ id: string; unitId: string }>('SELECT id, unit_id AS "unitId" FROM position WHERE organization_id = $1', [tx.organizationId]);
  const trees = [new UnitTree(versions, effectiveOn), new UnitTree(versions, cutOffOn)];
  const placeOf = (unitId: string): Place => {
    const tree = trees.find((candidate) => candidate.get(unitId) !== undefined);
    const department = tree?.departmentOf(unitId);
    if (tree === undefined || department === undefined) return NOWHERE;
    const bureau = tree.bureauOf(unitId);
    return { department: named(department), group: bureau ? named(bureau) : tree.isInDong(unitId) ? heading('DONG') : named(department) };
  };
  const byPosition = new Map(posts.map(({ id, unitId }) => [id, placeOf(unitId)]));
  return {
    byPosition,
    json: JSON.stringify([...byPosition].map(([id, { department, group }]) => ({ id, department: department.code, group: group.code }))),
    departments: new Map([NOWHERE, ...byPosition.values()].map((place) => [place.department.code, place])),
  };
};

/** A common table expression `place(id, department, group)` over the given parameter. */
export const placeTable = (parameter: string): string => `place AS (SELECT p.* FROM jsonb_to_recordset(${parameter}::jsonb) AS p(id uuid, department text, "group" text))`;

/** Headings in the order of their codes, nowhere last. */
export const sorted = (headings: Iterable<Heading>): readonly Heading[] =>
  [...new Map([...headings].map((one) => [one.code, one])).values()].sort((a, b) => Number(a.code === 'NONE') - Number(b.code === 'NONE') || (a.code < b.code ? -1 : 1));
