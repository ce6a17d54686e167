import { encryptBallot } from '../ballot/encrypt.js';
import type { BallotContent } from '../ballot/content.js';
import type { Board } from '../board/board.js';
import { chainEntry, type Entry, type EntryInput } from '../board/entry.js';
import { signEnvelope, signTestNotice, trackerOf, type Envelope } from '../board/envelope.js';
import { newLotNonce, lotCommitmentOf } from '../board/lot.js';
import type { RejectionReason } from '../board/rejection.js';
import { credentialList, credentialListHashOf, credentialOf, newCredentialSecret, rollHashOf, signRegistrarStatement, signReissue } from '../board/registrar.js';
import { decideResult, failedResult, thresholdMissed } from '../board/result.js';
import { notaRuleOf, openSpec, strengthOfMethod, type OpenSpec } from '../board/spec.js';
import type { Spec } from '../board/spec-record.js';
import { signClose, signReceipt, type Endorsement, type Receipt } from '../board/statements.js';
import { combineShares } from '../decryption/combine.js';
import type { DecryptionShare } from '../decryption/decryption-share.js';
import type { Choice } from '../kinds/layout.js';
import { newSigningKey, type SigningKey } from '../signatures/signed.js';
import { endorse, releaseShare, signSpecification, type Endorsed, type TrusteeDesk } from '../trustee/desk.js';
import type { VerifyOptions } from '../verify/verify-board.js';
import { playKeygen, type PlayedKeygen } from './keygen.js';

export interface ElectionOptions {
  readonly voters?: number;
  readonly n?: number;
  readonly k?: number;
  /** Names of the candidates; NOTA comes after them. */
  readonly candidates?: readonly string[];
  readonly nota?: boolean;
  readonly spec?: Partial<Spec>;
  /** An earlier key generation, to save its time. */
  readonly keygen?: PlayedKeygen;
}

/** One voter of a played election. */
export interface PlayedVoter {
  readonly slot: number;
  credential: SigningKey;
  revision: number;
  tracker: string | null;
}

const CLOSES = '2027-01-05T09:00:00Z';
const AFTER = new Date('2027-01-07T00:00:00Z');

/**
 * For tests of this and other rooms: a whole election in memory, with a registrar, trustees and an intake that does as it
 * is told. Everything is honest unless the test changes it.
 */
export class PlayedElection {
  readonly registrar = newSigningKey();
  readonly boardKey = newSigningKey();
  readonly open: OpenSpec;
  readonly keygen: PlayedKeygen;
  readonly desks: readonly TrusteeDesk[];
  readonly voters: readonly PlayedVoter[];
  readonly entries: Entry[] = [];
  readonly receipts: Receipt[] = [];
  readonly lotNonces: readonly string[];
  intakeCount = 0;
  private readonly credentials: readonly string[];

  constructor(options: ElectionOptions = {}) {
    const { voters = 4, candidates = ['가', '나', '다'], nota = false } = options;
    const ballotId = options.keygen?.open.setup.ballotId ?? 'ballot-1';
    this.keygen = options.keygen ?? playKeygen({ ballotId, n: options.n ?? 3, k: options.k ?? 2, ...(options.spec?.group === undefined ? {} : { group: options.spec.group }) });
    this.lotNonces = this.keygen.trustees.map(() => newLotNonce());
    const keys = Array.from({ length: voters }, () => credentialOf(ballotId, newCredentialSecret()));
    this.credentials = credentialList(keys.map(({ publicKey }) => publicKey));
    this.open = openSpec(this.specification(ballotId, candidates, nota, options.spec ?? {}));
    this.voters = keys.map((credential) => ({ slot: this.credentials.indexOf(credential.publicKey) + 1, credential, revision: 0, tracker: null })).sort((a, b) => a.slot - b.slot);
    this.desks = this.newDesks();
  }

  /** The trustees' tools with empty disks, as if they had never endorsed. */
  newDesks(): TrusteeDesk[] {
    return this.keygen.trustees.map(({ index, keys: own, share }): TrusteeDesk => {
      const disk = new Map<string, Endorsed>();
      return {
        trustee: index, keys: own, share, transcriptHash: this.keygen.output.transcriptHash, registrarKey: this.registrar.publicKey,
        lotNonce: this.lotNonces[index - 1] ?? null, now: () => AFTER,
        memory: {
          load: (id) => Promise.resolve(disk.get(id) ?? null),
          keepFirst: (id, endorsed) => { if (!disk.has(id)) disk.set(id, endorsed); return Promise.resolve(disk.get(id) ?? endorsed); },
        },
      };
    });
  }

  private specification(ballotId: string, candidates: readonly string[], nota: boolean, changes: Partial<Spec>): Spec {
    const { setup } = this.keygen.open;
    const names = [...candidates.map((name) => ({ name, nota: false })), ...(nota ? [{ name: '적임자 없음', nota: true }] : [])];
    const kind = changes.kind ?? (names.length === 2 ? 'plurality' : 'strict-ranking');
    const method = changes.method ?? (kind === 'plurality' || kind === 'approval' ? kind : 'schulze');
    const statement = { ballotId, rollHash: rollHashOf(ballotId, 'salt', ['roll']), credentialListHash: credentialListHashOf(this.credentials), count: this.credentials.length };
    return {
      format: 'jari-ballot-spec/1', protocol: 1, ballotId, replaces: null,
      organization: { id: 'gaon', name: { ko: '가온구', en: 'Gaon District' } }, position: { id: 'p1', name: { ko: '행정지원과장', en: 'Head of General Affairs' } },
      options: names.map(({ name, nota: isNota }, at) => ({ id: isNota ? 'nota' : `c${at + 1}`, name: { ko: name, en: name }, nota: isNota })),
      kind, method, strength: strengthOfMethod(method), notaRule: notaRuleOf(kind, nota), tieRule: 'mayor', seniority: null,
      lotCommitments: changes.tieRule === 'lot' ? this.lotNonces.map((nonce, at) => lotCommitmentOf(ballotId, at + 1, nonce)) : null,
      quorum: 2, minimumCast: 2, opensAt: '2027-01-04T00:00:00Z', closesAt: CLOSES, checkingSeconds: 86_400,
      group: setup.group, n: setup.trustees.length, k: setup.k, e: Math.ceil((setup.trustees.length + setup.k) / 2),
      trustees: setup.trustees.map((one, at) => ({ ...one, verificationShare: this.keygen.output.verificationShares[at] ?? '' })),
      jointKey: this.keygen.output.jointKey, keygenTranscriptHash: this.keygen.output.transcriptHash,
      rollHash: statement.rollHash, rollSize: statement.count, credentialListHash: statement.credentialListHash,
      registrar: 'separate', registrarKey: this.registrar.publicKey, registrarSignature: signRegistrarStatement(statement, this.registrar), boardKey: this.boardKey.publicKey,
      ...changes,
    };
  }

  get head(): { readonly head: string; readonly entries: number } {
    return { head: this.entries.at(-1)?.hash ?? this.open.electionId, entries: this.entries.length };
  }

  append(input: EntryInput): Entry {
    const entry: Entry = chainEntry(this.head, input);
    this.entries.push(entry);
    return entry;
  }

  voter(slot: number): PlayedVoter {
    const found = this.voters[slot - 1];
    if (found === undefined) throw new RangeError('no such slot');
    return found;
  }

  /** Encrypts and signs the next revision of a voter, without sending it. */
  prepare(slot: number, choice: Choice): { readonly envelope: Envelope; readonly content: BallotContent } {
    const voter = this.voter(slot);
    const { content } = encryptBallot(this.open.setting, voter.credential.publicKey, choice);
    return { envelope: this.sign(slot, content), content };
  }

  sign(slot: number, content: BallotContent): Envelope {
    const { credential, revision, tracker } = this.voter(slot);
    return signEnvelope({ electionId: this.open.electionId, content, revision: revision + 1, previousTracker: tracker }, credential);
  }

  /** Votes: intake, receipt, board. */
  cast(slot: number, choice: Choice): Receipt {
    const { envelope, content } = this.prepare(slot, choice);
    return this.take(slot, envelope, content);
  }

  /** Commits an envelope and puts it on the board, as a vote or with a reason for its rejection. */
  take(slot: number, envelope: Envelope, content: unknown, reason?: RejectionReason): Receipt {
    const { receipt, enter } = this.commit(slot, envelope, content, reason);
    enter();
    return receipt;
  }

  /** Commits an envelope and gives the receipt; `enter` puts it on the board, perhaps later. */
  commit(slot: number, envelope: Envelope, content: unknown, reason?: RejectionReason): { readonly receipt: Receipt; readonly enter: () => Entry } {
    const voter = this.voter(slot);
    const intakeIndex = ++this.intakeCount;
    const { electionId, credential, revision, ballotHash } = envelope;
    const tracker = trackerOf(envelope);
    const receipt = signReceipt({ electionId, credential, revision, ballotHash, tracker, intakeIndex, boardHead: this.head.head }, this.boardKey);
    this.receipts.push(receipt);
    Object.assign(voter, { revision, tracker });
    return { receipt, enter: () => this.append(reason === undefined ? { type: 'ballot', intakeIndex, envelope, content } : { type: 'rejected', intakeIndex, envelope, content, reason }) };
  }

  test(slot: number, content: BallotContent): Entry {
    return this.append({ type: 'tested', intakeIndex: ++this.intakeCount, test: signTestNotice(this.open.electionId, content, this.voter(slot).credential) });
  }

  reissue(slot: number, lastIntakeIndex = this.intakeCount): Entry {
    const voter = this.voter(slot);
    const credential = newSigningKey();
    const reissue = signReissue({ electionId: this.open.electionId, slot, oldKey: voter.credential.publicKey, newKey: credential.publicKey, lastIntakeIndex, reason: 'LOST' }, this.registrar);
    voter.credential = credential;
    return this.append({ type: 'reissued', reissue });
  }

  /** The board as it would be published now; `closed` signs the close. */
  board(closed = true, more: Partial<Board> = {}): Board {
    const { electionId } = this.open;
    return {
      format: 'jari-board/1', spec: this.open.spec, specSignatures: this.desks.map((desk) => signSpecification(desk, this.open.spec)), credentials: this.credentials, entries: [...this.entries],
      close: closed ? signClose({ electionId, ...this.head, intakeCount: this.intakeCount, closedAt: CLOSES }, this.boardKey) : null,
      endorsements: [], shares: [], result: null, ...more,
    };
  }

  /** Endorsements of the first trustees, as many as are needed, and the shares of as many as decrypt. */
  async tally(board = this.board(), desks = this.desks, options: Pick<VerifyOptions, 'verifyProofs'> = {}): Promise<Board> {
    const { spec } = this.open;
    const failed = thresholdMissed(this.open, new Set(this.voters.filter(({ revision }) => revision > 0)).size);
    if (failed !== null) return { ...board, result: failedResult(this.open, failed, this.voters.filter(({ revision }) => revision > 0).length) };
    // Each at a desk of their own, so at the same time.
    const endorsements: Endorsement[] = await Promise.all(desks.slice(0, spec.e).map((desk) => endorse(desk, board, options)));
    return this.decrypt(board, desks, endorsements);
  }

  /** The board with the shares of as many trustees as decrypt, each of whom has endorsed, and its result. */
  async decrypt(board: Board, desks: readonly TrusteeDesk[], endorsements: readonly Endorsement[]): Promise<Board> {
    const { spec } = this.open;
    const shares: DecryptionShare[] = [];
    for (const desk of desks.slice(0, spec.k)) shares.push(await releaseShare(desk, spec, endorsements));
    const aggregate = (await desks[0]?.memory.load(this.open.electionId))?.aggregate;
    if (aggregate === undefined) throw new Error('nothing was endorsed');
    const totals = combineShares(this.open.setting.group, aggregate, shares, spec.k);
    return { ...board, endorsements, shares, result: decideResult(this.open, aggregate.counted, totals, spec.tieRule === 'lot' ? this.lotNonces : null) };
  }
}
