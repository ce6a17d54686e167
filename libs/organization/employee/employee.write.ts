import type { Tx } from '#platform';
import type { EmployeeRow } from './employee.query.js';

const RECORD = `jsonb_to_recordset($2::jsonb) AS n(id uuid, "employeeNumber" text, name text, grade int, "jobSeries" text,
  "appointmentType" text, "hiredOn" date, licences jsonb, "leftOn" date)`;
const LICENCES = 'ARRAY(SELECT jsonb_array_elements_text(n.licences))';

/** Adds people in one statement. */
export const insertEmployees = async (tx: Tx, rows: readonly EmployeeRow[]): Promise<void> => {
  if (rows.length === 0) return;
  await tx.execute(
    `INSERT INTO employee (organization_id, id, employee_number, name, grade, job_series, appointment_type, hired_on, licences, left_on)
     SELECT $1, n.id, n."employeeNumber", n.name, n.grade, n."jobSeries", n."appointmentType", n."hiredOn", ${LICENCES}, n."leftOn" FROM ${RECORD}`,
    [tx.organizationId, JSON.stringify(rows)],
  );
};

/** Writes every column of existing people in one statement; the employee number stays. */
export const updateEmployees = async (tx: Tx, rows: readonly EmployeeRow[]): Promise<void> => {
  if (rows.length === 0) return;
  await tx.execute(
    `UPDATE employee e SET name = n.name, grade = n.grade, job_series = n."jobSeries", appointment_type = n."appointmentType",
       hired_on = n."hiredOn", licences = ${LICENCES}, left_on = n."leftOn"
     FROM ${RECORD} WHERE e.organization_id = $1 AND e.id = n.id`,
    [tx.organizationId, JSON.stringify(rows)],
  );
};
