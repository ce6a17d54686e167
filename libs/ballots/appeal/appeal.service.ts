import { Injectable } from '@nestjs/common';
import { AuditService, Clock, foundOr404, JariError, newId, type Tx } from '#platform';
import { actingEmployeeId, employeeOfActor } from '#preferences';
import { BallotStore } from '../ballot/ballot-store.js';
import { RollService } from '../roll/roll.service.js';
import { actingAccountId } from '../support/actor.js';
import { DECISION_LIFECYCLE } from '../support/decision-state.js';
import { BallotAppeal } from './appeal.entity.js';

export const APPEAL_KINDS = ['ADD', 'REMOVE'] as const satisfies readonly BallotAppeal['kind'][];

export interface AppealInput {
  readonly kind: BallotAppeal['kind'];
  /** null = oneself. */
  readonly subjectEmployeeId: string | null;
  readonly text: string;
}

export interface AppealView extends Pick<BallotAppeal, 'id' | 'ballotId' | 'kind' | 'subjectEmployeeId' | 'text' | 'state' | 'filedAt' | 'decidedAt' | 'decisionText'> {
  readonly subjectName: string;
}

/** Objections to the roll, before it is closed. */
@Injectable()
export class AppealService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly store: BallotStore,
    private readonly roll: RollService,
  ) {}

  /** @throws JariError ROLL_APPEALS_ENDED, ROLL_APPEAL_EXISTS, ROLL_APPEAL_POINTLESS, EMPLOYEE_NOT_FOUND, ROLL_CLOSED, BALLOT_WRONG_STATE */
  async file(tx: Tx, ballotId: string, { kind, text, ...input }: AppealInput): Promise<AppealView> {
    const ballot = await this.store.lock(tx, ballotId);
    this.store.requireRollOpen(ballot);
    if (this.clock.now() >= ballot.appealsUntil) throw new JariError('ROLL_APPEALS_ENDED', { at: ballot.appealsUntil.toISOString() });
    const filedByEmployeeId = actingEmployeeId(tx);
    const subjectEmployeeId = input.subjectEmployeeId ?? filedByEmployeeId;
    foundOr404(await tx.one('SELECT 1 FROM employee WHERE organization_id = $1 AND id = $2', [tx.organizationId, subjectEmployeeId]), 'EMPLOYEE_NOT_FOUND');
    const { onRoll } = await this.roll.standing(tx, ballotId, subjectEmployeeId);
    if (onRoll === (kind === 'ADD')) throw new JariError('ROLL_APPEAL_POINTLESS');
    const open = await tx.one(
      `SELECT 1 FROM ballot_appeal WHERE organization_id = $1 AND ballot_id = $2 AND subject_employee_id = $3 AND state = 'DECLARED'`, [tx.organizationId, ballotId, subjectEmployeeId]);
    if (open) throw new JariError('ROLL_APPEAL_EXISTS');
    const id = newId();
    await tx.repository(BallotAppeal).insert({
      organizationId: tx.organizationId, id, ballotId, kind, subjectEmployeeId, text, state: DECISION_LIFECYCLE.start, filedByEmployeeId, filedAt: this.clock.now(),
    });
    await this.audit.record(tx, { action: 'rollAppeal.file', subjectType: 'ballot', subjectId: ballotId, after: { id, kind, subjectEmployeeId } });
    return this.view(tx, ballotId, id);
  }

  /** Never in one's own case. @throws JariError ROLL_APPEAL_NOT_FOUND, OFFICER_RECUSED, IMPOSSIBLE_TRANSITION, ROLL_CLOSED, BALLOT_WRONG_STATE */
  async decide(tx: Tx, ballotId: string, id: string, upheld: boolean, decisionText: string): Promise<AppealView> {
    const ballot = await this.store.lock(tx, ballotId);
    this.store.requireRollOpen(ballot);
    const appeal = foundOr404(await tx.repository(BallotAppeal).findOneBy({ organizationId: tx.organizationId, ballotId, id }), 'ROLL_APPEAL_NOT_FOUND');
    const own = employeeOfActor(tx);
    if (own !== null && [appeal.filedByEmployeeId, appeal.subjectEmployeeId].includes(own)) throw new JariError('OFFICER_RECUSED');
    const state = upheld ? 'UPHELD' : 'DISMISSED';
    DECISION_LIFECYCLE.requireTransition(appeal.state, state);
    await tx.repository(BallotAppeal).save(Object.assign(appeal, { state, decisionText, decidedAt: this.clock.now(), decidedByAccountId: actingAccountId(tx) }));
    if (upheld && appeal.kind === 'ADD') await this.roll.add(tx, ballotId, appeal.subjectEmployeeId);
    if (upheld && appeal.kind === 'REMOVE') await this.roll.remove(tx, ballotId, appeal.subjectEmployeeId, 'APPEAL');
    await this.audit.record(tx, { action: 'rollAppeal.decide', subjectType: 'ballot', subjectId: ballotId, before: { id, state: 'DECLARED' }, after: { id, state } });
    return this.view(tx, ballotId, id);
  }

  /** Of a ballot; without the right to see all, those one filed and those about oneself. */
  async list(tx: Tx, ballotId: string, all: boolean): Promise<AppealView[]> {
    await this.store.find(tx, ballotId);
    return this.query(tx, ballotId, null, all ? null : actingEmployeeId(tx));
  }

  private async view(tx: Tx, ballotId: string, id: string): Promise<AppealView> {
    const [found] = await this.query(tx, ballotId, id, null);
    return foundOr404(found, 'ROLL_APPEAL_NOT_FOUND');
  }

  private query(tx: Tx, ballotId: string, id: string | null, ofEmployee: string | null): Promise<AppealView[]> {
    return tx.query<AppealView>(
      `SELECT a.id, a.ballot_id AS "ballotId", a.kind, a.subject_employee_id AS "subjectEmployeeId", e.name AS "subjectName", a.text, a.state,
              a.filed_at AS "filedAt", a.decided_at AS "decidedAt", a.decision_text AS "decisionText"
       FROM ballot_appeal a JOIN employee e ON e.organization_id = a.organization_id AND e.id = a.subject_employee_id
       WHERE a.organization_id = $1 AND a.ballot_id = $2 AND ($3::uuid IS NULL OR a.id = $3) AND ($4::uuid IS NULL OR $4 IN (a.filed_by_employee_id, a.subject_employee_id))
       ORDER BY a.filed_at, a.id`,
      [tx.organizationId, ballotId, id, ofEmployee],
    );
  }
}
