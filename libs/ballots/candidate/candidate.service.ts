import { Injectable } from '@nestjs/common';
import { PositionService, queryEmployees } from '#organization';
import { AuditService, Clock, foundOr404, JariError, newId, type Tx } from '#platform';
import { actingEmployeeId, employeeOfActor } from '#preferences';
import type { Ballot } from '../ballot/ballot.entity.js';
import { BallotStore } from '../ballot/ballot-store.js';
import { RollService } from '../roll/roll.service.js';
import { actingAccountId } from '../support/actor.js';
import { CANDIDATE_LIFECYCLE, type CandidateState } from './candidate-state.js';
import { BallotCandidate } from './candidate.entity.js';

export interface CandidateView extends Pick<BallotCandidate, 'id' | 'ballotId' | 'employeeId' | 'state' | 'nominationText' | 'nominatedAt' | 'statement' | 'answeredAt' | 'refusalText' | 'optionNumber'> {
  readonly name: string;
  readonly grade: number;
  readonly jobSeries: string;
}

/** Who stands: nominated by a voter or by HR, and with their own consent. */
@Injectable()
export class CandidateService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly store: BallotStore,
    private readonly roll: RollService,
    private readonly positions: PositionService,
  ) {}

  /**
   * Those who stand; with `all` also those who were not asked yet, declined or were refused.
   * By their number on the ballot, before it is fixed by name.
   */
  list(tx: Tx, ballotId: string, all: boolean): Promise<CandidateView[]> {
    return this.query(tx, ballotId, null, all);
  }

  /**
   * Somebody who nominates oneself has consented. Voters nominate; HR may do it for others.
   * @throws JariError NOMINATIONS_ENDED, NOT_ON_ROLL, EMPLOYEE_NOT_FOUND, CANDIDATE_EXISTS, CANDIDATE_GRADE_UNFIT, BALLOT_WRONG_STATE
   */
  async nominate(tx: Tx, ballotId: string, employeeId: string, nominationText: string): Promise<CandidateView> {
    const ballot = await this.store.lock(tx, ballotId);
    this.store.requireRollOpen(ballot);
    const now = this.clock.now();
    if (now >= ballot.nominationsUntil) throw new JariError('NOMINATIONS_ENDED', { at: ballot.nominationsUntil.toISOString() });
    const { actor } = tx.context;
    if (actor.kind === 'PERSON' && !actor.roles.includes('HR_OFFICER')) await this.roll.requireVoter(tx, ballotId, actingEmployeeId(tx));
    await this.requireFit(tx, ballot, employeeId);
    const existing = await tx.one('SELECT 1 FROM ballot_candidate WHERE organization_id = $1 AND ballot_id = $2 AND employee_id = $3', [tx.organizationId, ballotId, employeeId]);
    if (existing) throw new JariError('CANDIDATE_EXISTS');
    const own = employeeOfActor(tx) === employeeId;
    const id = newId();
    await tx.repository(BallotCandidate).insert({
      organizationId: tx.organizationId, id, ballotId, employeeId, state: own ? 'CONSENTED' : CANDIDATE_LIFECYCLE.start, nominationText,
      nominatedByAccountId: actingAccountId(tx) ?? '', nominatedAt: now, answeredAt: own ? now : null,
    });
    await this.audit.record(tx, { action: 'candidate.nominate', subjectType: 'ballot', subjectId: ballotId, after: { candidateId: id, employeeId, own } });
    return this.view(tx, ballotId, id);
  }

  /**
   * The nominee agrees with a statement of their own, declines, or does so later after all; until the roll is closed.
   * @throws JariError CANDIDATE_NOT_FOUND, IMPOSSIBLE_TRANSITION, ROLL_CLOSED, BALLOT_WRONG_STATE
   */
  async answer(tx: Tx, ballotId: string, consents: boolean, statement: string | null): Promise<CandidateView> {
    const ballot = await this.store.lock(tx, ballotId);
    this.store.requireRollOpen(ballot);
    const candidate = foundOr404(
      await tx.repository(BallotCandidate).findOneBy({ organizationId: tx.organizationId, ballotId, employeeId: actingEmployeeId(tx) }), 'CANDIDATE_NOT_FOUND');
    const to: CandidateState = consents ? 'CONSENTED' : 'DECLINED';
    // A new statement of somebody who stands is no change of state.
    if (candidate.state !== to || !consents) CANDIDATE_LIFECYCLE.requireTransition(candidate.state, to);
    return this.change(tx, candidate, { state: to, statement: consents ? statement : null, answeredAt: this.clock.now() });
  }

  /** HR finds that somebody cannot stand, with a reason that the nominee reads. @throws JariError CANDIDATE_NOT_FOUND, IMPOSSIBLE_TRANSITION, ROLL_CLOSED, BALLOT_WRONG_STATE */
  async refuse(tx: Tx, ballotId: string, candidateId: string, refusalText: string): Promise<CandidateView> {
    const ballot = await this.store.lock(tx, ballotId);
    this.store.requireRollOpen(ballot);
    const candidate = foundOr404(await tx.repository(BallotCandidate).findOneBy({ organizationId: tx.organizationId, ballotId, id: candidateId }), 'CANDIDATE_NOT_FOUND');
    CANDIDATE_LIFECYCLE.requireTransition(candidate.state, 'REFUSED');
    return this.change(tx, candidate, { state: 'REFUSED', refusalText });
  }

  /** One's own nomination. @throws JariError CANDIDATE_NOT_FOUND, BALLOT_NOT_FOUND */
  async own(tx: Tx, ballotId: string): Promise<CandidateView> {
    await this.store.find(tx, ballotId);
    const row = await tx.repository(BallotCandidate).findOneBy({ organizationId: tx.organizationId, ballotId, employeeId: actingEmployeeId(tx) });
    return this.view(tx, ballotId, foundOr404(row, 'CANDIDATE_NOT_FOUND').id);
  }

  private async change(tx: Tx, candidate: BallotCandidate, change: Partial<BallotCandidate>): Promise<CandidateView> {
    const before = candidate.state;
    await tx.repository(BallotCandidate).save(Object.assign(candidate, change));
    await this.audit.record(tx, {
      action: 'candidate.change', subjectType: 'ballot', subjectId: candidate.ballotId, before: { candidateId: candidate.id, state: before }, after: { candidateId: candidate.id, state: candidate.state },
    });
    return this.view(tx, candidate.ballotId, candidate.id);
  }

  /** In service on the day, of a grade that the post admits. */
  private async requireFit(tx: Tx, { positionId, effectiveOn }: Ballot, employeeId: string): Promise<void> {
    const [person] = await queryEmployees(tx, [employeeId], effectiveOn);
    if (person === undefined) throw new JariError('EMPLOYEE_NOT_FOUND');
    const { highestGrade, lowestGrade } = await this.positions.find(tx, positionId, effectiveOn);
    if (person.grade < highestGrade || person.grade > lowestGrade) throw new JariError('CANDIDATE_GRADE_UNFIT', { grade: person.grade, highest: highestGrade, lowest: lowestGrade });
  }

  private async view(tx: Tx, ballotId: string, id: string): Promise<CandidateView> {
    const [found] = await this.query(tx, ballotId, id, true);
    return foundOr404(found, 'CANDIDATE_NOT_FOUND');
  }

  private query(tx: Tx, ballotId: string, id: string | null, all: boolean): Promise<CandidateView[]> {
    return tx.query<CandidateView>(
      `SELECT c.id, c.ballot_id AS "ballotId", c.employee_id AS "employeeId", e.name, e.grade, e.job_series AS "jobSeries", c.state,
              c.nomination_text AS "nominationText", c.nominated_at AS "nominatedAt", c.statement, c.answered_at AS "answeredAt",
              c.refusal_text AS "refusalText", c.option_number AS "optionNumber"
       FROM ballot_candidate c JOIN employee e ON e.organization_id = c.organization_id AND e.id = c.employee_id
       WHERE c.organization_id = $1 AND c.ballot_id = $2 AND ($3::uuid IS NULL OR c.id = $3) AND ($4 OR c.state = 'CONSENTED')
       ORDER BY c.option_number NULLS LAST, e.name, c.id`,
      [tx.organizationId, ballotId, id, all],
    );
  }
}
