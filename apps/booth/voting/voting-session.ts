import {
  ballotHashOf, credentialOf, encryptBallot, isReceiptSigned, readReceipt, signEnvelope, signTestNotice, trackerOf,
  type BallotContent, type Choice, type Envelope, type Opening, type Receipt, type SigningKey,
} from '#ballot-box';
import type { BoothRequest } from '../parent/booth-request.js';
import { post } from './post.js';
import type { TestFile } from './test-file.js';

/** The receipt does not belong to what was sent, or the board key did not sign it. */
export class FalseReceipt extends Error {
  constructor() {
    super('the receipt does not hold');
    this.name = 'FalseReceipt';
  }
}

interface Sealed {
  readonly content: BallotContent;
  readonly ballotHash: string;
  /** Gone as soon as the ballot is on its way to be cast. */
  readonly opening: Opening | null;
  /** Signed once, so that sending again is the same cast. */
  readonly envelope: Envelope | null;
  /** Under test: whatever the server answered, this one is never cast. */
  readonly spent: boolean;
}

/** One voter at one ballot, in memory only. A ballot is either tested or cast, never both. */
export class VotingSession {
  #key: SigningKey | null;
  #sealed: Sealed | null = null;

  /** Without the secret, of which the key alone is kept. */
  readonly request: Omit<BoothRequest, 'secret'>;

  /** @throws Malformed for a secret that is none */
  constructor({ secret, ...request }: BoothRequest) {
    this.request = request;
    this.#key = credentialOf(request.open.spec.ballotId, secret);
  }

  /** Encrypts a ballot that nobody keeps: the voter's own then need not wait for tables and for the compiler. */
  warmUp(choice: Choice): void {
    if (this.#key !== null) encryptBallot(this.request.open.setting, this.#key.publicKey, choice);
  }

  /** Encrypts and proves; a ballot sealed before is forgotten. @returns its hash @throws InvalidChoice */
  seal(choice: Choice): string {
    const { content, opening } = encryptBallot(this.request.open.setting, this.key.publicKey, choice);
    this.#sealed = { content, opening, ballotHash: ballotHashOf(content), envelope: null, spent: false };
    return this.#sealed.ballotHash;
  }

  /**
   * Signs, sends and checks the receipt. May be called again after NoAnswer.
   * @throws Refused, NoAnswer, FalseReceipt
   */
  async cast(): Promise<Receipt> {
    const { open: { electionId, spec }, revision, previousTracker, castUrl } = this.request;
    const sealed = this.sealed;
    if (sealed.spent) throw new Error('a tested ballot is not cast');
    const { content } = sealed;
    const envelope = sealed.envelope ?? signEnvelope({ electionId, content, revision: revision + 1, previousTracker }, this.key);
    this.#sealed = { ...sealed, envelope, opening: null };
    const receipt = receiptFor(envelope, await post(castUrl, { envelope, content }), spec.boardKey);
    this.wipe();
    return receipt;
  }

  /**
   * Posts the hash as tested, and only then gives what opens the ballot (Benaloh 2006).
   * @throws Refused, NoAnswer
   */
  async test(): Promise<TestFile> {
    const { open: { electionId, spec }, testUrl } = this.request;
    const { content, opening, ballotHash, ...rest } = this.sealed;
    if (opening === null) throw new Error('a ballot on its way is not tested');
    this.#sealed = { content, opening, ballotHash, ...rest, spent: true };
    await post(testUrl, { notice: signTestNotice(electionId, content, this.key) });
    this.#sealed = null;
    return { format: 'jari-ballot-opening/1', spec, credential: this.key.publicKey, ballotHash, content, opening };
  }

  /** Nothing can be signed or opened afterwards. */
  wipe(): void {
    this.#key?.secret.fill(0);
    this.#key = null;
    this.#sealed = null;
  }

  private get key(): SigningKey {
    if (this.#key === null) throw new Error('the session is over');
    return this.#key;
  }

  private get sealed(): Sealed {
    if (this.#sealed === null) throw new Error('nothing is sealed');
    return this.#sealed;
  }
}

function receiptFor(envelope: Envelope, answer: unknown, boardKey: string): Receipt {
  const { electionId, credential, revision, ballotHash } = envelope;
  const expected = { electionId, credential, revision, ballotHash, tracker: trackerOf(envelope) };
  let receipt: Receipt;
  try {
    receipt = readReceipt(answer);
  } catch {
    throw new FalseReceipt();
  }
  const isOurs = Object.entries(expected).every(([name, value]) => receipt[name as keyof typeof expected] === value);
  if (!isOurs || !isReceiptSigned(receipt, boardKey)) throw new FalseReceipt();
  return receipt;
}
