import { Injectable } from '@nestjs/common';
import { AuditService, Clock, foundOr404, JariError, newId, refuseIfFaulty, type Tx } from '#platform';
import { employeeOfActor } from '#preferences';
import { BallotStore } from '../ballot/ballot-store.js';
import { RollService } from '../roll/roll.service.js';
import { actingAccountId } from '../support/actor.js';
import { DECISION_LIFECYCLE } from '../support/decision-state.js';
import { VoterRecusal } from './voter-recusal.entity.js';

/** EXCLUSION 제척 (a ground of the law, reported by HR), CHALLENGE (asked for by a candidate), SELF 회피 (by the voter). */
export const VOTER_RECUSAL_TYPES = ['EXCLUSION', 'CHALLENGE', 'SELF'] as const satisfies readonly VoterRecusal['type'][];

export interface VoterRecusalInput {
  readonly type: VoterRecusal['type'];
  /** Left out for one's own. */
  readonly voterEmployeeId: string | null;
  readonly groundText: string;
}

export interface VoterRecusalView extends Pick<VoterRecusal, 'id' | 'ballotId' | 'type' | 'voterEmployeeId' | 'groundText' | 'state' | 'declaredAt' | 'decidedAt' | 'decisionText'> {
  readonly voterName: string;
}

/** Voters standing aside, or made to, until the roll is closed. */
@Injectable()
export class VoterRecusalService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly store: BallotStore,
    private readonly roll: RollService,
  ) {}

  /**
   * One's own wish takes effect at once, the other two when they are upheld.
   * @throws JariError VALIDATION_FAILED, VOTER_RECUSAL_NOT_YOURS, VOTER_RECUSAL_EXISTS, NOT_ON_ROLL, ROLL_CLOSED, BALLOT_WRONG_STATE
   */
  async declare(tx: Tx, ballotId: string, { type, groundText, ...input }: VoterRecusalInput): Promise<VoterRecusalView> {
    const ballot = await this.store.lock(tx, ballotId);
    this.store.requireRollOpen(ballot);
    await this.requireMay(tx, ballotId, type);
    const voterEmployeeId = type === 'SELF' ? employeeOfActor(tx) : input.voterEmployeeId;
    refuseIfFaulty(voterEmployeeId === null ? [{ path: 'voterEmployeeId', code: 'validation.required' }] : []);
    if (voterEmployeeId === null) throw new JariError('VOTER_RECUSAL_NOT_YOURS');
    await this.roll.requireVoter(tx, ballotId, voterEmployeeId);
    const open = await tx.one(
      `SELECT 1 FROM ballot_recusal WHERE organization_id = $1 AND ballot_id = $2 AND voter_employee_id = $3 AND state = 'DECLARED'`, [tx.organizationId, ballotId, voterEmployeeId]);
    if (open && type !== 'SELF') throw new JariError('VOTER_RECUSAL_EXISTS');
    const [id, now, own] = [newId(), this.clock.now(), type === 'SELF'];
    await tx.repository(VoterRecusal).insert({
      organizationId: tx.organizationId, id, ballotId, type, voterEmployeeId, groundText, state: own ? 'UPHELD' : DECISION_LIFECYCLE.start,
      declaredByAccountId: actingAccountId(tx) ?? '', declaredAt: now, decidedAt: own ? now : null,
    });
    if (own) await this.roll.remove(tx, ballotId, voterEmployeeId, 'RECUSAL');
    await this.audit.record(tx, { action: 'voterRecusal.declare', subjectType: 'ballot', subjectId: ballotId, after: { id, type, voterEmployeeId } });
    return this.view(tx, ballotId, id);
  }

  /** Not by the voter meant, nor by whoever asked for it. @throws JariError VOTER_RECUSAL_NOT_FOUND, OFFICER_RECUSED, IMPOSSIBLE_TRANSITION, ROLL_CLOSED, BALLOT_WRONG_STATE */
  async decide(tx: Tx, ballotId: string, id: string, upheld: boolean, decisionText: string): Promise<VoterRecusalView> {
    const ballot = await this.store.lock(tx, ballotId);
    this.store.requireRollOpen(ballot);
    const recusal = foundOr404(await tx.repository(VoterRecusal).findOneBy({ organizationId: tx.organizationId, ballotId, id }), 'VOTER_RECUSAL_NOT_FOUND');
    if (recusal.declaredByAccountId === actingAccountId(tx) || recusal.voterEmployeeId === employeeOfActor(tx)) throw new JariError('OFFICER_RECUSED');
    const state = upheld ? 'UPHELD' : 'DISMISSED';
    DECISION_LIFECYCLE.requireTransition(recusal.state, state);
    await tx.repository(VoterRecusal).save(Object.assign(recusal, { state, decisionText, decidedAt: this.clock.now(), decidedByAccountId: actingAccountId(tx) }));
    if (upheld) await this.roll.remove(tx, ballotId, recusal.voterEmployeeId, 'RECUSAL');
    await this.audit.record(tx, { action: 'voterRecusal.decide', subjectType: 'ballot', subjectId: ballotId, before: { id, state: 'DECLARED' }, after: { id, state } });
    return this.view(tx, ballotId, id);
  }

  /** Of a ballot; without the right to see all, those one declared and those about oneself. */
  async list(tx: Tx, ballotId: string, all: boolean): Promise<VoterRecusalView[]> {
    await this.store.find(tx, ballotId);
    return this.query(tx, ballotId, null, all ? null : actingAccountId(tx), employeeOfActor(tx));
  }

  /** The law's grounds are for HR to report; a challenge is for those who stand in the ballot. */
  private async requireMay(tx: Tx, ballotId: string, type: VoterRecusal['type']): Promise<void> {
    const { actor } = tx.context;
    if (actor.kind !== 'PERSON') throw new JariError('VOTER_RECUSAL_NOT_YOURS');
    if (type === 'EXCLUSION' && !actor.roles.includes('HR_OFFICER')) throw new JariError('VOTER_RECUSAL_NOT_YOURS');
    if (type !== 'CHALLENGE') return;
    const stands = await tx.one(
      `SELECT 1 FROM ballot_candidate WHERE organization_id = $1 AND ballot_id = $2 AND employee_id = $3 AND state = 'CONSENTED'`, [tx.organizationId, ballotId, actor.employeeId]);
    if (!stands) throw new JariError('VOTER_RECUSAL_NOT_YOURS');
  }

  private async view(tx: Tx, ballotId: string, id: string): Promise<VoterRecusalView> {
    const [found] = await this.query(tx, ballotId, id, null, null);
    return foundOr404(found, 'VOTER_RECUSAL_NOT_FOUND');
  }

  private query(tx: Tx, ballotId: string, id: string | null, ofAccount: string | null, ofEmployee: string | null): Promise<VoterRecusalView[]> {
    return tx.query<VoterRecusalView>(
      `SELECT r.id, r.ballot_id AS "ballotId", r.type, r.voter_employee_id AS "voterEmployeeId", e.name AS "voterName", r.ground_text AS "groundText", r.state,
              r.declared_at AS "declaredAt", r.decided_at AS "decidedAt", r.decision_text AS "decisionText"
       FROM ballot_recusal r JOIN employee e ON e.organization_id = r.organization_id AND e.id = r.voter_employee_id
       WHERE r.organization_id = $1 AND r.ballot_id = $2 AND ($3::uuid IS NULL OR r.id = $3)
         AND ($4::uuid IS NULL OR r.declared_by_account_id = $4 OR r.voter_employee_id = $5)
       ORDER BY r.declared_at, r.id`,
      [tx.organizationId, ballotId, id, ofAccount, ofEmployee],
    );
  }
}
