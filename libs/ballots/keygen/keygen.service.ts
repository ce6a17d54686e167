import { Injectable } from '@nestjs/common';
import { finishKeygen, isSignedBy, judgeComplaint, KeygenFault, openSetup, type ConfirmMessage, type KeygenOutput, type KeygenSetup, type KeygenTranscript, type OpenSetup, type SignedKind } from '#ballot-box';
import { AuditService, Clock, JariError, refuseIfFaulty, type Tx } from '#platform';
import { BallotStore } from '../ballot/ballot-store.js';
import type { Ballot } from '../ballot/ballot.entity.js';
import { TrusteeService } from '../trustee/trustee.service.js';
import { KEYGEN_KINDS, type KeygenKind } from './keygen-kind.js';
import { KeygenMessage } from './keygen-message.entity.js';

export interface KeygenView {
  readonly setup: KeygenSetup;
  readonly messages: readonly Pick<KeygenMessage, 'trusteeIndex' | 'kind' | 'message'>[];
  /** After the last confirmation. */
  readonly output: KeygenOutput | null;
  /** Index of the trustee whom a complaint or the transcript itself convicts; then trustees must be named anew. */
  readonly culprit: number | null;
}

const SIGNED: Readonly<Record<KeygenKind, SignedKind>> = {
  COMMIT: 'keygen-commit', REVEAL: 'keygen-reveal', SHARES: 'keygen-shares', CONFIRM: 'keygen-confirm', COMPLAINT: 'keygen-complaint',
};
/** What all trustees must have said before. */
const AFTER: Readonly<Record<KeygenKind, KeygenKind | null>> = { COMMIT: null, REVEAL: 'COMMIT', SHARES: 'REVEAL', CONFIRM: 'SHARES', COMPLAINT: 'SHARES' };

interface SignedMessage { readonly trustee: number; readonly setupHash: string; readonly signature: string }

/**
 * The board on which trustees leave the messages of the distributed key generation (Pedersen 1991, see `#ballot-box`). It keeps order and
 * checks who speaks; what is said is checked by every trustee's own tool, and once more when the specification is made.
 */
@Injectable()
export class KeygenService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly store: BallotStore,
    private readonly trustees: TrusteeService,
  ) {}

  /** @throws JariError BALLOT_NOT_FOUND, TRUSTEE_KEYS_MISSING */
  async view(tx: Tx, ballotId: string): Promise<KeygenView> {
    const ballot = await this.store.find(tx, ballotId);
    const open = await this.open(tx, ballot);
    const messages = await this.messages(tx, ballotId);
    return { setup: open.setup, messages, ...outcomeOf(open, messages) };
  }

  /**
   * A trustee's next message; the same one again is no fault, another one is.
   * @throws JariError NOT_A_TRUSTEE, TRUSTEE_KEYS_MISSING, KEYGEN_TOO_EARLY, KEYGEN_ALREADY_SAID, VALIDATION_FAILED when it is not signed by
   *   this trustee for this key generation, BALLOT_WRONG_STATE, SPECIFICATION_FIXED
   */
  async say(tx: Tx, ballotId: string, kind: KeygenKind, message: object): Promise<KeygenView> {
    const ballot = await this.store.lock(tx, ballotId);
    this.store.requireBeforeSpecification(ballot);
    const { trusteeIndex, signingKey } = await this.trustees.acting(tx, ballotId);
    const open = await this.open(tx, ballot);
    if (!isSignedMessage(message) || message.trustee !== trusteeIndex || message.setupHash !== open.hash || !isSignedBy(SIGNED[kind], message, signingKey ?? '')) {
      refuseIfFaulty([{ path: 'message', code: 'KEYGEN_MESSAGE_WRONG' }]);
    }
    const messages = await this.messages(tx, ballotId);
    const said = messages.find((one) => one.trusteeIndex === trusteeIndex && one.kind === kind);
    if (said !== undefined) {
      if (isSignedMessage(said.message) && isSignedMessage(message) && said.message.signature === message.signature) return this.view(tx, ballotId);
      throw new JariError('KEYGEN_ALREADY_SAID');
    }
    const before = AFTER[kind];
    if (before !== null && messages.filter((one) => one.kind === before).length < open.setup.trustees.length) throw new JariError('KEYGEN_TOO_EARLY');
    await tx.repository(KeygenMessage).insert({ organizationId: tx.organizationId, ballotId, trusteeIndex, kind, message, postedAt: this.clock.now() });
    await this.audit.record(tx, { action: 'keygen.say', subjectType: 'ballot', subjectId: ballotId, after: { trusteeIndex, kind } });
    return this.view(tx, ballotId);
  }

  /** The public outcome, or null while somebody has not confirmed, or where somebody is convicted. */
  async output(tx: Tx, ballot: Ballot): Promise<KeygenOutput | null> {
    const trustees = await this.trustees.list(tx, ballot.id);
    if (trustees.length === 0 || trustees.some(({ keysAt }) => keysAt === null)) return null;
    return outcomeOf(await this.open(tx, ballot), await this.messages(tx, ballot.id)).output;
  }

  private async open(tx: Tx, { id, cryptoGroup, threshold }: Ballot): Promise<OpenSetup> {
    const trustees = await this.trustees.list(tx, id);
    if (trustees.length === 0 || trustees.some(({ keysAt }) => keysAt === null)) throw new JariError('TRUSTEE_KEYS_MISSING');
    return openSetup({
      format: 'jari-keygen/1', ballotId: id, group: cryptoGroup, k: threshold,
      trustees: trustees.map(({ trusteeIndex, name, signingKey, encryptionKey }) => ({ index: trusteeIndex, name, signingKey, encryptionKey })),
    });
  }

  private async messages(tx: Tx, ballotId: string): Promise<KeygenView['messages']> {
    const rows = await tx.repository(KeygenMessage).find({ where: { organizationId: tx.organizationId, ballotId }, order: { trusteeIndex: 'ASC' } });
    return [...rows].sort((a, b) => KEYGEN_KINDS.indexOf(a.kind) - KEYGEN_KINDS.indexOf(b.kind));
  }
}

const isSignedMessage = (value: object): value is SignedMessage =>
  'trustee' in value && typeof value.trustee === 'number' && 'setupHash' in value && typeof value.setupHash === 'string' && 'signature' in value && typeof value.signature === 'string';

function outcomeOf(open: OpenSetup, messages: KeygenView['messages']): Pick<KeygenView, 'output' | 'culprit'> {
  const said = (kind: KeygenKind): unknown[] => messages.filter((one) => one.kind === kind).map(({ message }) => message);
  // Readers of `#ballot-box` check every message before they use it.
  const transcript = { commits: said('COMMIT'), reveals: said('REVEAL'), shares: said('SHARES') } as KeygenTranscript;
  const [complaint] = messages.filter(({ kind }) => kind === 'COMPLAINT');
  if (complaint !== undefined) return { output: null, culprit: judgeComplaint(open, transcript, complaint.message, complaint.trusteeIndex) };
  const confirms = said('CONFIRM') as ConfirmMessage[];
  if (confirms.length < open.setup.trustees.length) return { output: null, culprit: null };
  try {
    return { output: finishKeygen(open, transcript, confirms), culprit: null };
  } catch (error) {
    if (error instanceof KeygenFault) return { output: null, culprit: error.culprit };
    throw error;
  }
}
