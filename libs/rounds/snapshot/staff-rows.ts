import type { AppointmentType, AwayPeriod, CircumstanceKind, Posting } from '#organization';
import type { Tx } from '#platform';
import type { EarlyMoveGround } from '../facts/early-move-ground.js';

/** One member of staff with everything the facts are made of, as stored. */
export interface StaffRow {
  readonly employeeId: string;
  readonly employeeNumber: string;
  readonly grade: number;
  readonly jobSeries: string;
  readonly licences: readonly string[];
  readonly appointmentType: AppointmentType;
  readonly postings: readonly Posting[];
  readonly absences: readonly AwayPeriod[];
  readonly circumstances: readonly { readonly kind: CircumstanceKind; readonly validFrom: string; readonly validUntil: string | null }[];
}

export interface StaffLinks {
  readonly relations: readonly { readonly a: string; readonly b: string }[];
  /** From which post a reorganisation displaced whom. */
  readonly displaced: ReadonlyMap<string, string>;
  /** Who is promised which post elsewhere. */
  readonly planned: ReadonlyMap<string, string>;
  readonly outOfWishBefore: ReadonlySet<string>;
  readonly requests: readonly { readonly employeeId: string; readonly positionId: string }[];
  readonly waivers: readonly { readonly employeeId: string; readonly positionId: string | null; readonly ruleCode: string; readonly ground: EarlyMoveGround }[];
}

const collect = (table: string, columns: string): string =>
  `coalesce((SELECT jsonb_agg(jsonb_build_object(${columns})) FROM ${table} x WHERE x.organization_id = e.organization_id AND x.employee_id = e.id), '[]')`;

/** Everybody in service on the day, in the order of employee numbers. */
export const loadStaff = (tx: Tx, on: string): Promise<StaffRow[]> =>
  tx.query<StaffRow>(
    `SELECT e.id AS "employeeId", e.employee_number AS "employeeNumber", e.grade, e.job_series AS "jobSeries", e.licences, e.appointment_type AS "appointmentType",
            ${collect('assignment', `'positionId', x.position_id, 'startedOn', x.started_on, 'endedOn', x.ended_on`)} AS postings,
            ${collect('employee_absence', `'kind', x.kind, 'absentFrom', x.absent_from, 'absentUntil', x.absent_until`)} AS absences,
            ${collect('employee_circumstance', `'kind', x.kind, 'validFrom', x.valid_from, 'validUntil', x.valid_until`)} AS circumstances
     FROM employee e WHERE e.organization_id = $1 AND (e.left_on IS NULL OR e.left_on > $2) ORDER BY e.employee_number COLLATE "C"`,
    [tx.organizationId, on],
  );

const pairs = (rows: readonly { readonly employeeId: string; readonly positionId: string }[]): ReadonlyMap<string, string> =>
  new Map(rows.map(({ employeeId, positionId }) => [employeeId, positionId]));

/** @param round the round for which facts are made; what it decided itself does not count as "before" */
export const loadLinks = async (tx: Tx, round: { readonly id: string; readonly effectiveOn: string }): Promise<StaffLinks> => {
  const values = [tx.organizationId, round.effectiveOn];
  const relations = await tx.query<{ a: string; b: string }>('SELECT employee_a_id AS a, employee_b_id AS b FROM employee_relation WHERE organization_id = $1', [tx.organizationId]);
  const displaced = await tx.query<{ employeeId: string; positionId: string }>(
    `SELECT d.employee_id AS "employeeId", d.from_position_id AS "positionId" FROM displaced_employee d
     JOIN reorganization r ON r.organization_id = d.organization_id AND r.id = d.reorganization_id
     WHERE d.organization_id = $1 AND r.effective_on <= $2 ORDER BY r.effective_on`, values);
  const planned = await tx.query<{ employeeId: string; positionId: string }>(
    `SELECT employee_id AS "employeeId", position_id AS "positionId" FROM planned_assignment
     WHERE organization_id = $1 AND state = 'PLANNED' AND effective_on <= $2`, values);
  const before = await tx.query<{ employeeId: string }>(
    `SELECT employee_id AS "employeeId" FROM round_participant WHERE organization_id = $1 AND state = 'OUT_OF_WISH' AND round_id =
       (SELECT id FROM placement_round WHERE organization_id = $1 AND state IN ('ORDERED', 'ARCHIVED') AND id <> $3 AND effective_on <= $2
        ORDER BY effective_on DESC, created_at DESC LIMIT 1)`, [...values, round.id]);
  const requests = await tx.query<{ employeeId: string; positionId: string }>(
    'SELECT employee_id AS "employeeId", position_id AS "positionId" FROM staff_request WHERE organization_id = $1 AND employee_id IS NOT NULL', [tx.organizationId]);
  const waivers = await tx.query<StaffLinks['waivers'][number]>(
    `SELECT employee_id AS "employeeId", position_id AS "positionId", rule_code AS "ruleCode", ground_code AS ground
     FROM rule_waiver WHERE organization_id = $1 AND round_id = $2 AND state = 'GRANTED' ORDER BY requested_at, id`, [tx.organizationId, round.id]);
  return {
    relations, requests, waivers, displaced: pairs(displaced), planned: pairs(planned),
    outOfWishBefore: new Set(before.map(({ employeeId }) => employeeId)),
  };
};
