import { Injectable } from '@nestjs/common';
import { AuditService, Clock, type Tx } from '#platform';
import { visiblePart } from '../visibility/wish-visibility.js';
import type { WishReasonCode } from '../wish/wish-reason.js';
import { headedUnits, requireHeadOfPost } from './headed-units.js';

/** Preparation for the post as its receiving head sees it: the days of check-ins, not what was noted on them. */
export interface ApplicantPreparation {
  readonly what: string;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  readonly evidenceUrl: string | null;
  readonly evidenceNote: string | null;
  readonly checkInDays: readonly string[];
}

export interface Applicant {
  readonly applicant: {
    readonly employeeId: string;
    readonly employeeNumber: string;
    readonly name: string;
    readonly grade: number;
    readonly jobSeries: string;
  };
  readonly positionId: string;
  readonly reasonCode: WishReasonCode | null;
  readonly preparation: readonly ApplicantPreparation[];
}

/** A post of the head's own unit. */
export interface HeadedPost {
  readonly id: string;
  readonly code: string;
  readonly duty: string;
  readonly dutyEn: string | null;
  readonly unitId: string;
  readonly authorizedHeadcount: number;
  readonly holders: number;
  readonly requests: number;
}

/** What a receiving department head learns of the people who wish for a post of the department. */
@Injectable()
export class ApplicantService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** The posts the head answers for today, by code. */
  async posts(tx: Tx, headEmployeeId: string): Promise<HeadedPost[]> {
    const on = this.clock.today();
    const units = await headedUnits(tx, headEmployeeId, on);
    return tx.query<HeadedPost>(
      `SELECT p.id, p.code, p.duty, p.duty_en AS "dutyEn", p.unit_id AS "unitId", p.authorized_headcount AS "authorizedHeadcount",
         (SELECT count(*)::integer FROM assignment a WHERE a.organization_id = $1 AND a.position_id = p.id
            AND a.started_on <= $3 AND (a.ended_on IS NULL OR a.ended_on > $3)) AS holders,
         (SELECT count(*)::integer FROM staff_request r WHERE r.organization_id = $1 AND r.position_id = p.id) AS requests
       FROM position p
       WHERE p.organization_id = $1 AND p.unit_id = ANY ($2::uuid[]) AND (p.valid_to IS NULL OR p.valid_to > $3)
       ORDER BY p.code`,
      [tx.organizationId, [...units.keys()], on],
    );
  }

  /**
   * Who has the post on the filed list, in the order of employee numbers, which says nothing about ranks. The head's own
   * staff are left out: of them the head is the current head, who sees nothing. Each person read is a row in the audit log.
   * @throws JariError NOT_FOUND, NOT_HEAD_OF_POST
   */
  async applicants(tx: Tx, headEmployeeId: string, positionId: string): Promise<Partial<Applicant>[]> {
    const on = this.clock.today();
    const { units } = await requireHeadOfPost(tx, headEmployeeId, positionId, on);
    // Neither ranks nor texts are even selected.
    const found = await tx.query<Applicant>(
      `SELECT jsonb_build_object('employeeId', e.id, 'employeeNumber', e.employee_number, 'name', e.name,
                                 'grade', e.grade, 'jobSeries', e.job_series) AS applicant,
              w.position_id AS "positionId", w.reason_code AS "reasonCode",
              coalesce((SELECT jsonb_agg(jsonb_build_object(
                          'what', i.what, 'dueOn', i.due_on, 'doneOn', i.done_on, 'evidenceUrl', i.evidence_url,
                          'evidenceNote', i.evidence_note,
                          'checkInDays', coalesce((SELECT jsonb_agg(c.day ORDER BY c.day DESC) FROM check_in c
                                                   WHERE c.organization_id = $1 AND c.preparation_item_id = i.id), '[]'))
                          ORDER BY i.created_at, i.id)
                        FROM preparation_item i
                        WHERE i.organization_id = $1 AND i.employee_id = e.id AND i.position_id = w.position_id), '[]') AS preparation
       FROM wish w
       JOIN wish_list l ON l.organization_id = w.organization_id AND l.id = w.wish_list_id AND l.filed_edition = w.edition
       JOIN employee e ON e.organization_id = l.organization_id AND e.id = l.employee_id
       WHERE w.organization_id = $1 AND w.position_id = $2 AND (e.left_on IS NULL OR e.left_on > $3) AND e.id <> $5
         AND NOT EXISTS (
           SELECT 1 FROM assignment a JOIN position own ON own.organization_id = a.organization_id AND own.id = a.position_id
           WHERE a.organization_id = $1 AND a.employee_id = e.id AND a.started_on <= $3 AND (a.ended_on IS NULL OR a.ended_on > $3)
             AND own.unit_id = ANY ($4::uuid[]))
       ORDER BY e.employee_number`,
      [tx.organizationId, positionId, on, [...units.keys()], headEmployeeId],
    );
    await this.audit.record(
      tx,
      ...found.map(({ applicant }) => ({
        action: 'wish.readByHead', subjectType: 'employee', subjectId: applicant.employeeId,
      })),
    );
    return found.map((applicant) => visiblePart('RECEIVING_HEAD', applicant));
  }
}
