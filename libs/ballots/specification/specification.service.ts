import { Injectable } from '@nestjs/common';
import { canonicalJson, isSpecSigned, openSpec, type KeygenOutput, type Spec, type SpecSignature } from '#ballot-box';
import type { Fault } from '#contracts';
import { AuditService, Clock, foundOr404, JariError, refuseIfFaulty, type Tx } from '#platform';
import { BallotStore } from '../ballot/ballot-store.js';
import { BallotTimetable } from '../ballot/ballot-timetable.js';
import type { Ballot } from '../ballot/ballot.entity.js';
import { CredentialService } from '../credential/credential.service.js';
import { KeygenService } from '../keygen/keygen.service.js';
import { BallotNotices } from '../notice/ballot-notice.service.js';
import { TrusteeService, type TrusteeView } from '../trustee/trustee.service.js';
import { composeSpec } from './compose-spec.js';
import { namesOf } from './spec-names.js';
import { BallotSpecSignature } from './spec-signature.entity.js';

export interface SpecificationView {
  readonly specification: Spec;
  readonly electionId: string;
  readonly signatures: readonly SpecSignature[];
  /** Signatures that open the ballot. */
  readonly needed: number;
}

/** Puts together what is fixed before a ballot opens, and gathers the trustees' signatures under it. */
@Injectable()
export class SpecificationService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly store: BallotStore,
    private readonly credentials: CredentialService,
    private readonly keygen: KeygenService,
    private readonly trustees: TrusteeService,
    private readonly timetable: BallotTimetable,
    private readonly notices: BallotNotices,
  ) {}

  /** Fixes the specification. @throws JariError BALLOT_NOT_READY with everything that is missing, BALLOT_WRONG_STATE, ROLL_NOT_CLOSED, SPECIFICATION_FIXED */
  async fix(tx: Tx, id: string): Promise<SpecificationView> {
    const ballot = await this.store.lock(tx, id);
    this.store.requireBetweenRollAndSpecification(ballot);
    const [trustees, credentials, keygen] = [await this.trustees.list(tx, id), await this.credentials.list(tx, id), await this.keygen.output(tx, ballot)];
    const faults = lacking(ballot, trustees, credentials, keygen, this.clock.now());
    if (faults.length > 0 || keygen === null) throw new JariError('BALLOT_NOT_READY', {}, faults);
    const { publicKey: boardKey } = await this.credentials.signingKey(tx, id, 'BOARD');
    const { spec, electionId } = openSpec(composeSpec({ ballot, trustees, credentials, keygen, boardKey, names: await namesOf(tx, ballot) }));
    Object.assign(ballot, { specification: canonicalJson(spec), electionId });
    await this.store.save(tx, ballot);
    await this.notices.tell(tx, id, 'SPECIFICATION_DUE');
    await this.audit.record(tx, { action: 'ballot.fixSpecification', subjectType: 'ballot', subjectId: id, after: { electionId } });
    return this.view(tx, id);
  }

  /** A trustee's signature; enough of them prepare the ballot. @throws JariError NOT_A_TRUSTEE, SPECIFICATION_NOT_YET, VALIDATION_FAILED, BALLOT_WRONG_STATE */
  async sign(tx: Tx, id: string, signature: string): Promise<SpecificationView> {
    const ballot = await this.store.lock(tx, id);
    this.store.requireState(ballot, 'NOMINATING', 'PREPARED');
    const { electionId } = ballot;
    if (electionId === null) throw new JariError('SPECIFICATION_NOT_YET');
    const { trusteeIndex, signingKey } = await this.trustees.acting(tx, id);
    const statement: SpecSignature = { format: 'jari-spec-signature/1', electionId, trustee: trusteeIndex, signature };
    refuseIfFaulty(isSpecSigned(statement, signingKey ?? '') ? [] : [{ path: 'signature', code: 'SIGNATURE_WRONG' }]);
    await tx.execute(
      `INSERT INTO ballot_spec_signature (organization_id, ballot_id, trustee_index, signature, signed_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [tx.organizationId, id, trusteeIndex, signature, this.clock.now()]);
    await this.audit.record(tx, { action: 'ballot.signSpecification', subjectType: 'ballot', subjectId: id, after: { electionId, trusteeIndex } });
    const view = await this.view(tx, id);
    if (ballot.state === 'NOMINATING' && view.signatures.length >= view.needed) {
      await this.store.move(tx, ballot, 'PREPARED');
      await this.timetable.plan(tx, ballot);
    }
    return view;
  }

  /** @throws JariError BALLOT_NOT_FOUND, SPECIFICATION_NOT_YET */
  async view(tx: Tx, id: string): Promise<SpecificationView> {
    const { specification, electionId } = await this.store.find(tx, id);
    const rows = await tx.repository(BallotSpecSignature).find({ where: { organizationId: tx.organizationId, ballotId: id }, order: { trusteeIndex: 'ASC' } });
    const spec = openSpec(JSON.parse(foundOr404(specification, 'SPECIFICATION_NOT_YET'))).spec;
    const signatures = rows.map(({ trusteeIndex, signature }): SpecSignature => ({ format: 'jari-spec-signature/1', electionId: electionId ?? '', trustee: trusteeIndex, signature }));
    return { specification: spec, electionId: electionId ?? '', signatures, needed: spec.e };
  }
}

/** Everything that must be there before the specification can be written. */
const lacking = ({ threshold, opensAt }: Ballot, trustees: readonly TrusteeView[], credentials: readonly string[], keygen: KeygenOutput | null, now: Date): readonly Fault[] => [
  ...(trustees.length < threshold ? [{ path: 'trustees', code: 'TRUSTEES_TOO_FEW', params: { threshold } }] : []),
  ...(trustees.some(({ keysAt }) => keysAt === null) ? [{ path: 'trustees', code: 'TRUSTEE_KEYS_MISSING' }] : []),
  ...(keygen === null ? [{ path: 'keygen', code: 'KEYGEN_UNFINISHED' }] : []),
  ...(credentials.length === 0 ? [{ path: 'credentials', code: 'CREDENTIALS_NOT_YET' }] : []),
  ...(opensAt <= now ? [{ path: 'opensAt', code: 'BALLOT_DEADLINE_PASSED' }] : []),
];
