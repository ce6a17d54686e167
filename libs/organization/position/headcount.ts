/**
 * Whether an absence `b` makes its holder supernumerary (별도정원), so that the post counts as vacant: leave of six
 * months or more (지방공무원법 §41①) and secondment of a year or more (§41② with its decree); an open end counts as long.
 */
const SUPERNUMERARY = `
  (b.kind = 'LEAVE' AND (b.absent_until IS NULL OR b.absent_until >= b.absent_from + interval '6 months')
   OR b.kind = 'SECONDMENT' AND (b.absent_until IS NULL OR b.absent_until >= b.absent_from + interval '1 year'))`;

/** A subquery of (position_id, holders, supernumerary) at the date in parameter `on`, organisation in $1. */
export const headcountSql = (on: string): string => `
  SELECT a.position_id, count(*)::int AS holders,
         count(*) FILTER (WHERE EXISTS (
           SELECT 1 FROM employee_absence b
           WHERE b.organization_id = $1 AND b.employee_id = a.employee_id
             AND b.absent_from <= ${on} AND (b.absent_until IS NULL OR b.absent_until > ${on}) AND ${SUPERNUMERARY}
         ))::int AS supernumerary
  FROM assignment a
  JOIN employee e ON e.organization_id = a.organization_id AND e.id = a.employee_id AND (e.left_on IS NULL OR e.left_on > ${on})
  WHERE a.organization_id = $1 AND a.started_on <= ${on} AND (a.ended_on IS NULL OR a.ended_on > ${on})
  GROUP BY a.position_id`;

export interface Headcount {
  /** 현원: holders who serve or are away only for a while. */
  readonly currentHeadcount: number;
  /** 별도정원: holders on long leave or secondment. */
  readonly supernumerary: number;
  readonly vacancy: number;
  readonly surplus: number;
}

/** 결원 and 과원 out of 정원 and the people in post. */
export const headcountOf = (authorized: number, holders: number, supernumerary: number): Headcount => {
  const currentHeadcount = holders - supernumerary;
  return {
    currentHeadcount,
    supernumerary,
    vacancy: Math.max(0, authorized - currentHeadcount),
    surplus: Math.max(0, currentHeadcount - authorized),
  };
};
