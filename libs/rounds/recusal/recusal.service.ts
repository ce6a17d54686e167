import { Injectable } from '@nestjs/common';
import type { Role } from '#contracts';
import { AuditService, Clock, foundOr404, JariError, newId, refuseIfFaulty, type Tx } from '#platform';
import { RoundStore } from '../round/round-store.js';
import { actingAccountId } from '../support/actor.js';
import { RECUSAL_LIFECYCLE, type RecusalType } from './recusal-state.js';
import { Recusal } from './recusal.entity.js';

/** Roles that decide about others in a round. */
const DECIDING: readonly Role[] = ['HR_OFFICER', 'MAYOR', 'COMMITTEE_MEMBER'];

export interface RecusalInput {
  readonly type: RecusalType;
  /** Whose decision is at issue; left out for one's own. */
  readonly officerAccountId: string | null;
  /** null = the whole round. */
  readonly subjectEmployeeId: string | null;
  readonly groundText: string;
}

export interface Officer {
  readonly accountId: string;
  readonly employeeId: string | null;
  readonly name: string;
  readonly roles: readonly Role[];
}

export interface RecusalView extends Pick<Recusal, 'id' | 'roundId' | 'type' | 'officerAccountId' | 'subjectEmployeeId' | 'groundText' | 'state' | 'declaredAt' | 'decidedAt' | 'decisionText'> {
  readonly officerName: string;
  readonly subjectName: string | null;
}

/** Officers standing aside, or made to (지방공무원법 §10의2 and the rules on grievance review). */
@Injectable()
export class RecusalService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rounds: RoundStore,
  ) {}

  /** Who decides in this organisation today, for naming the one meant. */
  officers(tx: Tx): Promise<Officer[]> {
    return tx.query<Officer>(
      `SELECT a.id AS "accountId", a.employee_id AS "employeeId", coalesce(e.name, a.sign_in_name) AS name, array_agg(DISTINCT g.role) AS roles
       FROM role_grant g JOIN account a ON a.organization_id = g.organization_id AND a.id = g.account_id
       LEFT JOIN employee e ON e.organization_id = a.organization_id AND e.id = a.employee_id
       WHERE g.organization_id = $1 AND g.role = ANY($2::text[]) AND g.valid_from <= $3 AND (g.valid_to IS NULL OR g.valid_to > $3) AND a.state = 'ACTIVE'
       GROUP BY a.id, a.employee_id, e.name, a.sign_in_name ORDER BY 3, 1`,
      [tx.organizationId, DECIDING, this.clock.today()],
    );
  }

  /**
   * SELF: an officer stands aside, at once. CHALLENGE: the person concerned asks for it. EXCLUSION: an officer reports
   * a ground of the law. The last two take effect when upheld.
   * @throws JariError RECUSAL_NOT_YOURS, RECUSAL_EXISTS, OFFICER_NOT_FOUND
   */
  async declare(tx: Tx, roundId: string, input: RecusalInput): Promise<RecusalView> {
    const { actor } = tx.context;
    if (actor.kind !== 'PERSON') throw new JariError('RECUSAL_NOT_YOURS');
    await this.rounds.find(tx, roundId);
    const { type, groundText } = input;
    const isOfficer = actor.roles.some((role) => DECIDING.includes(role));
    const officerAccountId = type === 'SELF' ? actor.accountId : input.officerAccountId;
    const subjectEmployeeId = type === 'CHALLENGE' ? actor.employeeId : input.subjectEmployeeId;
    if (type === 'CHALLENGE' ? subjectEmployeeId === null : !isOfficer) throw new JariError('RECUSAL_NOT_YOURS');
    refuseIfFaulty(officerAccountId === null ? [{ path: 'officerAccountId', code: 'validation.required' }] : []);
    const officer = foundOr404((await this.officers(tx)).find(({ accountId }) => accountId === officerAccountId), 'OFFICER_NOT_FOUND');
    if (subjectEmployeeId !== null) {
      foundOr404(await tx.one('SELECT 1 FROM employee WHERE organization_id = $1 AND id = $2', [tx.organizationId, subjectEmployeeId]), 'EMPLOYEE_NOT_FOUND');
    }
    const existing = await tx.one(
      `SELECT 1 FROM recusal WHERE organization_id = $1 AND round_id = $2 AND officer_account_id = $3 AND subject_employee_id IS NOT DISTINCT FROM $4 AND state <> 'DISMISSED'`,
      [tx.organizationId, roundId, officer.accountId, subjectEmployeeId],
    );
    if (existing) throw new JariError('RECUSAL_EXISTS');
    const id = newId();
    await tx.repository(Recusal).insert({
      organizationId: tx.organizationId, id, roundId, type, officerAccountId: officer.accountId, officerEmployeeId: officer.employeeId, subjectEmployeeId,
      groundText, state: RECUSAL_LIFECYCLE.start, declaredAt: this.clock.now(), declaredByAccountId: actor.accountId,
    });
    await this.audit.record(tx, {
      action: 'recusal.declare', subjectType: 'recusal', subjectId: id, after: { roundId, type, officerAccountId: officer.accountId, subjectEmployeeId },
    });
    return this.find(tx, roundId, id);
  }

  /**
   * Not among colleagues: on an officer of HR the personnel committee or the mayor decides.
   * @throws JariError RECUSAL_NOT_HR_TO_DECIDE, RECUSAL_NOT_FOUND, IMPOSSIBLE_TRANSITION, OFFICER_RECUSED when the decider is the officer or the person meant
   */
  async decide(tx: Tx, roundId: string, id: string, upheld: boolean, decisionText: string): Promise<RecusalView> {
    const recusal = foundOr404(
      await tx.repository(Recusal).findOne({ where: { organizationId: tx.organizationId, roundId, id }, lock: { mode: 'pessimistic_write' } }),
      'RECUSAL_NOT_FOUND',
    );
    const { actor } = tx.context;
    const own = actor.kind === 'PERSON' && (actor.accountId === recusal.officerAccountId ||
      (actor.employeeId !== null && [recusal.officerEmployeeId, recusal.subjectEmployeeId].includes(actor.employeeId)));
    if (own) throw new JariError('OFFICER_RECUSED');
    const officer = (await this.officers(tx)).find(({ accountId }) => accountId === recusal.officerAccountId);
    const above = actor.kind === 'PERSON' && (actor.roles.includes('MAYOR') || actor.roles.includes('COMMITTEE_MEMBER'));
    if (!above && (officer === undefined || officer.roles.includes('HR_OFFICER'))) throw new JariError('RECUSAL_NOT_HR_TO_DECIDE');
    const state = upheld ? 'UPHELD' : 'DISMISSED';
    RECUSAL_LIFECYCLE.requireTransition(recusal.state, state);
    Object.assign(recusal, { state, decisionText, decidedAt: this.clock.now(), decidedByAccountId: actingAccountId(tx) });
    await tx.repository(Recusal).save(recusal);
    await this.audit.record(tx, { action: 'recusal.decide', subjectType: 'recusal', subjectId: id, before: { state: 'DECLARED' }, after: { state } });
    return this.find(tx, roundId, id);
  }

  /** Those of a round; without the right to see all, what one declared oneself and what concerns one's own decisions. */
  async list(tx: Tx, roundId: string, all: boolean): Promise<RecusalView[]> {
    await this.rounds.find(tx, roundId);
    return this.query(tx, roundId, null, all ? null : actingAccountId(tx));
  }

  private async find(tx: Tx, roundId: string, id: string): Promise<RecusalView> {
    const [found] = await this.query(tx, roundId, id, null);
    return foundOr404(found, 'RECUSAL_NOT_FOUND');
  }

  private query(tx: Tx, roundId: string, id: string | null, ofAccount: string | null): Promise<RecusalView[]> {
    return tx.query<RecusalView>(
      `SELECT r.id, r.round_id AS "roundId", r.type, r.officer_account_id AS "officerAccountId", coalesce(o.name, a.sign_in_name) AS "officerName",
              r.subject_employee_id AS "subjectEmployeeId", s.name AS "subjectName", r.ground_text AS "groundText", r.state,
              r.declared_at AS "declaredAt", r.decided_at AS "decidedAt", r.decision_text AS "decisionText"
       FROM recusal r JOIN account a ON a.organization_id = r.organization_id AND a.id = r.officer_account_id
       LEFT JOIN employee o ON o.organization_id = r.organization_id AND o.id = r.officer_employee_id
       LEFT JOIN employee s ON s.organization_id = r.organization_id AND s.id = r.subject_employee_id
       WHERE r.organization_id = $1 AND r.round_id = $2 AND ($3::uuid IS NULL OR r.id = $3)
         AND ($4::uuid IS NULL OR $4 IN (r.declared_by_account_id, r.officer_account_id))
       ORDER BY r.declared_at, r.id`,
      [tx.organizationId, roundId, id, ofAccount],
    );
  }
}
