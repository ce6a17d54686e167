import type { Tx } from '#platform';
import { loadUnitPaths, type UnitStep } from './unit-paths.js';

/** What a post is called, for lists that only point at it. */
export interface PostLabel {
  readonly id: string;
  readonly code: string;
  readonly duty: string;
  readonly dutyEn: string | null;
  readonly unitPath: readonly UnitStep[];
  /** The day from which the post no longer exists; null = no end is known. */
  readonly validTo: string | null;
}

/** The labels of posts, open or not, by id; units are named as on the day `on`. */
export const labelPosts = async (tx: Tx, positionIds: readonly string[], on: string): Promise<Map<string, PostLabel>> => {
  if (positionIds.length === 0) return new Map();
  const paths = await loadUnitPaths(tx, on);
  const rows = await tx.query<Omit<PostLabel, 'unitPath'> & { unitId: string }>(
    `SELECT p.id, p.code, p.duty, p.duty_en AS "dutyEn", p.unit_id AS "unitId", p.valid_to AS "validTo"
     FROM position p WHERE p.organization_id = $1 AND p.id = ANY ($2::uuid[])`,
    [tx.organizationId, [...positionIds]],
  );
  return new Map(rows.map(({ unitId, ...post }) => [post.id, { ...post, unitPath: paths.of(unitId) }]));
};
