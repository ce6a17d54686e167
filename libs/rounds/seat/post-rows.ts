import { UnitTree, type Headship, type UnitVersion } from '#organization';
import type { Tx } from '#platform';
import type { SeatFacts } from '../facts/seat-facts.js';

export interface PostRow {
  readonly positionId: string;
  readonly code: string;
  readonly unitId: string;
  readonly duty: string;
  readonly dutyEn: string | null;
  readonly authorizedHeadcount: number;
  readonly highestGrade: number;
  readonly lowestGrade: number;
  readonly jobSeries: readonly string[];
  readonly requiredLicences: readonly string[];
  readonly headship: Headship | null;
  readonly heavyWorkload: boolean;
  readonly specialist: boolean;
  readonly specialistTenureMonths: number | null;
  readonly protectionReason: string | null;
  readonly protectedUntil: string | null;
}

/** Every version of every unit, for charts of any day. */
export const loadUnitVersions = (tx: Tx): Promise<UnitVersion[]> =>
  tx.query<UnitVersion>(
    `SELECT v.unit_id AS "unitId", u.code, v.name, v.name_en AS "nameEn", v.type, v.parent_id AS "parentId", v.valid_from AS "validFrom", v.valid_to AS "validTo"
     FROM org_unit_version v JOIN org_unit u ON u.organization_id = v.organization_id AND u.id = v.unit_id WHERE v.organization_id = $1`,
    [tx.organizationId],
  );

/** The posts that exist on the day; all of them or one. */
export const loadPosts = (tx: Tx, on: string, positionId: string | null = null): Promise<PostRow[]> =>
  tx.query<PostRow>(
    `SELECT id AS "positionId", code, unit_id AS "unitId", duty, duty_en AS "dutyEn", authorized_headcount AS "authorizedHeadcount",
            highest_grade AS "highestGrade", lowest_grade AS "lowestGrade", job_series AS "jobSeries", required_licences AS "requiredLicences",
            headship, heavy_workload AS "heavyWorkload", specialist, specialist_tenure_months AS "specialistTenureMonths",
            protection_reason AS "protectionReason", protected_until AS "protectedUntil"
     FROM position WHERE organization_id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2) AND ($3::uuid IS NULL OR id = $3)
     ORDER BY code`,
    [tx.organizationId, on, positionId],
  );

/** What the rules know of a post, given the organisation chart of the day the orders take effect. */
export const seatFactsOf = (post: PostRow, tree: UnitTree): SeatFacts => {
  const department = tree.departmentOf(post.unitId);
  const line = tree.path(post.unitId).map(({ code }) => code);
  return {
    code: post.code,
    duty: { ko: post.duty, en: post.dutyEn ?? post.duty },
    unitCode: line.at(-1) ?? '',
    lineCodes: line,
    departmentCode: department?.code ?? '',
    department: { ko: department?.name ?? '', en: department?.nameEn ?? department?.name ?? '' },
    bureauCode: tree.bureauOf(post.unitId)?.code ?? null,
    inDong: tree.isInDong(post.unitId),
    highestGrade: post.highestGrade, lowestGrade: post.lowestGrade,
    jobSeries: post.jobSeries, requiredLicences: post.requiredLicences,
    headship: post.headship, heavyWorkload: post.heavyWorkload,
    specialist: post.specialist, specialistTenureMonths: post.specialistTenureMonths,
  };
};
