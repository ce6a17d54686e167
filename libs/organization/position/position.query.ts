import type { Tx } from '#platform';
import { headcountSql } from './headcount.js';
import type { Headship } from './headship.js';

/** What a list of posts can be narrowed by; what is left out does not narrow. */
export interface PositionFilter {
  /** Posts of these units. */
  readonly unitIds?: readonly string[];
  readonly positionIds?: readonly string[];
  /** A grade that the post admits. */
  readonly grade?: number;
  /** A series that the post admits (posts without a series admit every one). */
  readonly jobSeries?: string;
  readonly headship?: Headship;
  readonly heavyWorkload?: boolean;
  readonly specialist?: boolean;
  readonly protectedOnly?: boolean;
}

export interface PositionRow {
  readonly id: string;
  readonly code: string;
  readonly unitId: string;
  readonly duty: string;
  readonly dutyEn: string | null;
  readonly description: string | null;
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
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly version: number;
}

export interface PositionRowWithHolders extends PositionRow {
  readonly holders: number;
  readonly supernumerary: number;
}

/** Select list of `PositionRow` for a `position` aliased `p`. */
export const POSITION_COLUMNS = `
  p.id, p.code, p.unit_id AS "unitId", p.duty, p.duty_en AS "dutyEn", p.description,
  p.authorized_headcount AS "authorizedHeadcount", p.highest_grade AS "highestGrade", p.lowest_grade AS "lowestGrade",
  p.job_series AS "jobSeries", p.required_licences AS "requiredLicences", p.headship, p.heavy_workload AS "heavyWorkload",
  p.specialist, p.specialist_tenure_months AS "specialistTenureMonths", p.protection_reason AS "protectionReason",
  p.protected_until AS "protectedUntil", p.valid_from AS "validFrom", p.valid_to AS "validTo", p.version`;

/** Posts open on a day with the people in them, by code. */
export const queryPositions = (tx: Tx, on: string, filter: PositionFilter = {}): Promise<PositionRowWithHolders[]> =>
  tx.query<PositionRowWithHolders>(
    `SELECT ${POSITION_COLUMNS}, coalesce(h.holders, 0) AS holders, coalesce(h.supernumerary, 0) AS supernumerary
     FROM position p LEFT JOIN (${headcountSql('$2::date')}) h ON h.position_id = p.id
     WHERE p.organization_id = $1 AND p.valid_from <= $2 AND (p.valid_to IS NULL OR p.valid_to > $2)
       AND ($3::uuid[] IS NULL OR p.unit_id = ANY($3))
       AND ($4::uuid[] IS NULL OR p.id = ANY($4))
       AND ($5::int IS NULL OR $5 BETWEEN p.highest_grade AND p.lowest_grade)
       AND ($6::text IS NULL OR p.job_series = '{}' OR $6 = ANY(p.job_series))
       AND ($7::text IS NULL OR p.headship = $7)
       AND ($8::boolean IS NULL OR p.heavy_workload = $8)
       AND ($9::boolean IS NULL OR p.specialist = $9)
       AND ($10::boolean IS NOT TRUE OR p.protected_until > $2)
     ORDER BY p.code`,
    [
      tx.organizationId, on, filter.unitIds ?? null, filter.positionIds ?? null, filter.grade ?? null, filter.jobSeries ?? null,
      filter.headship ?? null, filter.heavyWorkload ?? null, filter.specialist ?? null, filter.protectedOnly ?? null,
    ],
  );
