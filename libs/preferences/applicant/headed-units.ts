import { JariError, type Tx } from '#platform';

/**
 * The units whose staff and posts an employee answers for on the day `on`: the department or dong they head by
 * assignment, and the teams below it. A head of a bureau does not reach into its departments, which have heads of their own.
 * Key = every unit answered for, value = the unit headed.
 */
export const headedUnits = async (tx: Tx, employeeId: string, on: string): Promise<Map<string, string>> => {
  const rows = await tx.query<{ unitId: string; headedId: string }>(
    `WITH RECURSIVE headed AS (
       SELECT p.unit_id, p.unit_id AS headed_id
       FROM assignment a JOIN position p ON p.organization_id = a.organization_id AND p.id = a.position_id
       WHERE a.organization_id = $1 AND a.employee_id = $2 AND a.started_on <= $3 AND (a.ended_on IS NULL OR a.ended_on > $3)
         AND p.headship IN ('DEPARTMENT_HEAD', 'DONG_HEAD')
       UNION
       SELECT v.unit_id, h.headed_id
       FROM headed h JOIN org_unit_version v ON v.organization_id = $1 AND v.parent_id = h.unit_id
       WHERE v.type = 'TEAM' AND v.valid_from <= $3 AND (v.valid_to IS NULL OR v.valid_to > $3)
     )
     SELECT unit_id AS "unitId", headed_id AS "headedId" FROM headed`,
    [tx.organizationId, employeeId, on],
  );
  return new Map(rows.map(({ unitId, headedId }) => [unitId, headedId]));
};

/**
 * The unit, headed by the employee, to which a post belongs.
 * @throws JariError NOT_FOUND for an unknown post, NOT_HEAD_OF_POST for a post of somebody else's unit
 */
export const requireHeadOfPost = async (
  tx: Tx, employeeId: string, positionId: string, on: string,
): Promise<{ readonly units: ReadonlyMap<string, string>; readonly headedId: string }> => {
  const post = await tx.one<{ unitId: string }>('SELECT p.unit_id AS "unitId" FROM position p WHERE p.organization_id = $1 AND p.id = $2', [
    tx.organizationId, positionId,
  ]);
  if (!post) throw new JariError('NOT_FOUND');
  const units = await headedUnits(tx, employeeId, on);
  const headedId = units.get(post.unitId);
  if (headedId === undefined) throw new JariError('NOT_HEAD_OF_POST');
  return { units, headedId };
};
