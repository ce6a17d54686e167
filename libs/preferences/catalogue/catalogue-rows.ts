import { headcountSql } from './headcount.js';
import type { Tx } from '#platform';
import type { Candidate } from '../qualification/index.js';
import type { CatalogueRow } from './catalogue-post.js';

interface RowsWanted {
  readonly on: string;
  readonly employeeId: string | null;
  readonly demandLabel: string | null;
  /** One post only; without it every post that has not ended by `on`. */
  readonly positionId?: string;
}

/** The posts of the organisation with holders, the reader's favourites and the last demand, in one statement. */
export const loadCatalogueRows = (tx: Tx, { on, employeeId, demandLabel, positionId }: RowsWanted): Promise<CatalogueRow[]> =>
  tx.query<CatalogueRow>(
    `SELECT p.id, p.code, p.unit_id AS "unitId", p.duty, p.duty_en AS "dutyEn", p.headship,
            p.highest_grade AS "highestGrade", p.lowest_grade AS "lowestGrade",
            p.job_series AS "jobSeries", p.required_licences AS "requiredLicences",
            p.heavy_workload AS "heavyWorkload", p.specialist, p.specialist_tenure_months AS "specialistTenureMonths",
            p.protection_reason AS "protectionReason", p.protected_until AS "protectedUntil",
            p.valid_from AS "validFrom", p.valid_to AS "validTo", p.authorized_headcount AS "authorizedHeadcount",
            coalesce(h.holders, 0) AS holders, coalesce(h.supernumerary, 0) AS supernumerary, f.position_id IS NOT NULL AS favourite,
            coalesce(d.applicants, 0) AS applicants
     FROM position p
     LEFT JOIN (${headcountSql('$2')}) h ON h.position_id = p.id
     LEFT JOIN favourite_post f ON f.organization_id = $1 AND f.employee_id = $3 AND f.position_id = p.id
     LEFT JOIN post_demand d ON d.organization_id = $1 AND d.label = $4 AND d.position_id = p.id
     WHERE p.organization_id = $1 AND ($5::uuid IS NULL AND (p.valid_to IS NULL OR p.valid_to > $2) OR p.id = $5::uuid)`,
    [tx.organizationId, on, employeeId, demandLabel, positionId ?? null],
  );

/** What structural fit asks about an employee on the day `on`; undefined for an unknown employee. */
export const loadCandidate = (tx: Tx, employeeId: string, on: string): Promise<Candidate | undefined> =>
  tx.one<Candidate>(
    `SELECT e.grade, e.job_series AS "jobSeries", e.licences,
       (SELECT a.position_id FROM assignment a
        WHERE a.organization_id = $1 AND a.employee_id = $2 AND a.started_on <= $3 AND (a.ended_on IS NULL OR a.ended_on > $3)
       ) AS "currentPositionId"
     FROM employee e WHERE e.organization_id = $1 AND e.id = $2`,
    [tx.organizationId, employeeId, on],
  );
