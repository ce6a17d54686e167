import type { Tx } from '#platform';
import type { PositionRow } from './position.query.js';

const RECORD = `jsonb_to_recordset($2::jsonb) AS n(id uuid, code text, "unitId" uuid, duty text, "dutyEn" text, description text,
  "authorizedHeadcount" int, "highestGrade" int, "lowestGrade" int, "jobSeries" jsonb, "requiredLicences" jsonb, headship text, "heavyWorkload" boolean,
  specialist boolean, "specialistTenureMonths" int, "protectionReason" text, "protectedUntil" date, "validFrom" date, "validTo" date, version int)`;
const texts = (column: string): string => `ARRAY(SELECT jsonb_array_elements_text(${column}))`;

/** Adds posts in one statement. */
export const insertPositions = async (tx: Tx, rows: readonly PositionRow[]): Promise<void> => {
  if (rows.length === 0) return;
  await tx.execute(
    `INSERT INTO position (organization_id, id, code, unit_id, duty, duty_en, description, authorized_headcount, highest_grade, lowest_grade,
       job_series, required_licences, headship, heavy_workload, specialist, specialist_tenure_months, protection_reason, protected_until,
       valid_from, valid_to, version)
     SELECT $1, n.id, n.code, n."unitId", n.duty, n."dutyEn", n.description, n."authorizedHeadcount", n."highestGrade", n."lowestGrade",
       ${texts('n."jobSeries"')}, ${texts('n."requiredLicences"')}, n.headship, n."heavyWorkload", n.specialist, n."specialistTenureMonths",
       n."protectionReason", n."protectedUntil", n."validFrom", n."validTo", n.version
     FROM ${RECORD}`,
    [tx.organizationId, JSON.stringify(rows)],
  );
};

/** Writes every column of existing posts in one statement. */
export const updatePositions = async (tx: Tx, rows: readonly PositionRow[]): Promise<void> => {
  if (rows.length === 0) return;
  await tx.execute(
    `UPDATE position p SET unit_id = n."unitId", duty = n.duty, duty_en = n."dutyEn", description = n.description,
       authorized_headcount = n."authorizedHeadcount", highest_grade = n."highestGrade", lowest_grade = n."lowestGrade",
       job_series = ${texts('n."jobSeries"')}, required_licences = ${texts('n."requiredLicences"')}, headship = n.headship,
       heavy_workload = n."heavyWorkload", specialist = n.specialist, specialist_tenure_months = n."specialistTenureMonths",
       protection_reason = n."protectionReason", protected_until = n."protectedUntil", valid_from = n."validFrom", valid_to = n."validTo",
       version = n.version
     FROM ${RECORD} WHERE p.organization_id = $1 AND p.id = n.id`,
    [tx.organizationId, JSON.stringify(rows)],
  );
};
