import { Injectable } from '@nestjs/common';
import { AuditService, Clock, JariError, newId, refuseIfFaulty, type Tx } from '#platform';
import { requireHeadOfPost } from '../applicant/headed-units.js';
import { staffRequestFaults, type StaffRequestInput } from './staff-request-faults.js';

export interface StaffRequestView {
  readonly id: string;
  readonly requestRank: number;
  readonly employeeId: string | null;
  readonly employeeNumber: string | null;
  readonly employeeName: string | null;
  readonly note: string | null;
}

/** The ranked requests for one post; `version` 0 = none were ever saved or all were removed. */
export interface PostRequests {
  readonly positionId: string;
  readonly version: number;
  readonly requests: readonly StaffRequestView[];
}

/** A request as HR and rounds read it. */
export interface RankedStaffRequest extends StaffRequestView {
  readonly positionId: string;
  readonly unitId: string;
  readonly requestedByEmployeeId: string;
  readonly updatedAt: Date;
}

/** Department heads' ranked requests for their own posts, made without seeing anybody's choice rank. */
@Injectable()
export class StaffRequestService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** @throws JariError NOT_FOUND, NOT_HEAD_OF_POST */
  async ofPost(tx: Tx, headEmployeeId: string, positionId: string): Promise<PostRequests> {
    await requireHeadOfPost(tx, headEmployeeId, positionId, this.clock.today());
    return this.read(tx, positionId);
  }

  /**
   * Replaces all requests for a post; their order is their rank.
   * @throws JariError NOT_FOUND, NOT_HEAD_OF_POST, STALE_VERSION (params current), VALIDATION_FAILED with every fault
   */
  async save(
    tx: Tx, headEmployeeId: string, positionId: string, input: { version: number; requests: readonly StaffRequestInput[] },
  ): Promise<PostRequests> {
    const on = this.clock.today();
    const { headedId } = await requireHeadOfPost(tx, headEmployeeId, positionId, on);
    // Two heads of one unit, or two tabs, save one after the other.
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 4))', [positionId]);
    const before = await this.read(tx, positionId);
    if (before.version !== input.version) throw new JariError('STALE_VERSION', { current: before.version });
    refuseIfFaulty(staffRequestFaults(input.requests, { headEmployeeId, ...(await this.facts(tx, positionId, input.requests, on)) }));

    await tx.execute('DELETE FROM staff_request WHERE organization_id = $1 AND position_id = $2', [tx.organizationId, positionId]);
    await tx.execute(
      `INSERT INTO staff_request (organization_id, id, requested_by_employee_id, unit_id, position_id, employee_id, request_rank, note, version, updated_at)
       SELECT $1, r.id, $2, $3, $4, r."employeeId", r.rank, r.note, $5, $6
       FROM jsonb_to_recordset($7::jsonb) AS r(id uuid, "employeeId" uuid, rank integer, note text)`,
      [
        tx.organizationId, headEmployeeId, headedId, positionId, before.version + 1, this.clock.now(),
        JSON.stringify(input.requests.map(({ employeeId, note }, index) => ({
          id: newId(), employeeId: employeeId ?? null, rank: index + 1, note: note?.trim() || null,
        }))),
      ],
    );
    await this.audit.record(tx, {
      action: 'staffRequest.save', subjectType: 'position', subjectId: positionId,
      before: { version: before.version, requests: before.requests.length }, after: { requests: input.requests.length },
    });
    return this.read(tx, positionId);
  }

  /** Every request of the organisation, by post and rank: for HR and for rounds. */
  all(tx: Tx): Promise<RankedStaffRequest[]> {
    return tx.query<RankedStaffRequest>(
      `${SELECT_REQUESTS} JOIN position p ON p.organization_id = r.organization_id AND p.id = r.position_id
       WHERE r.organization_id = $1 ORDER BY p.code, r.request_rank`,
      [tx.organizationId],
    );
  }

  private async read(tx: Tx, positionId: string): Promise<PostRequests> {
    const requests = await tx.query<RankedStaffRequest & { version: number }>(
      `${SELECT_REQUESTS} WHERE r.organization_id = $1 AND r.position_id = $2 ORDER BY r.request_rank`,
      [tx.organizationId, positionId],
    );
    return { positionId, version: requests[0]?.version ?? 0, requests };
  }

  private async facts(
    tx: Tx, positionId: string, requests: readonly StaffRequestInput[], on: string,
  ): Promise<{ knownEmployees: Set<string>; holders: Set<string> }> {
    const rows = await tx.query<{ id: string; holds: boolean }>(
      `SELECT e.id, EXISTS (SELECT 1 FROM assignment a WHERE a.organization_id = $1 AND a.employee_id = e.id AND a.position_id = $2
                              AND a.started_on <= $4 AND (a.ended_on IS NULL OR a.ended_on > $4)) AS holds
       FROM employee e WHERE e.organization_id = $1 AND e.id = ANY ($3::uuid[]) AND (e.left_on IS NULL OR e.left_on > $4)`,
      [tx.organizationId, positionId, requests.flatMap(({ employeeId }) => employeeId ?? []), on],
    );
    return {
      knownEmployees: new Set(rows.map(({ id }) => id)),
      holders: new Set(rows.filter(({ holds }) => holds).map(({ id }) => id)),
    };
  }
}

const SELECT_REQUESTS = `
  SELECT r.id, r.position_id AS "positionId", r.unit_id AS "unitId", r.requested_by_employee_id AS "requestedByEmployeeId",
         r.employee_id AS "employeeId", e.employee_number AS "employeeNumber", e.name AS "employeeName",
         r.request_rank AS "requestRank", r.note, r.version, r.updated_at AS "updatedAt"
  FROM staff_request r LEFT JOIN employee e ON e.organization_id = r.organization_id AND e.id = r.employee_id`;
