import { readBoard } from '../board/board.js';
import { lotCommitmentOf } from '../board/lot.js';
import { thresholdMissed } from '../board/result.js';
import { openSpec, type OpenSpec } from '../board/spec.js';
import { isEndorsementSigned, signEndorsement, signSpec, type Endorsement, type SpecSignature } from '../board/statements.js';
import { aggregateHashOf, type Aggregate } from '../decryption/aggregate.js';
import { makeDecryptionShare, type DecryptionShare } from '../decryption/decryption-share.js';
import { pointText } from '../groups/texts.js';
import type { TrusteeKeys } from '../keygen/trustee-keys.js';
import { checkRegistrar, checkTrusteeKeys } from '../verify/check-setup.js';
import { DoesNotHold } from '../verify/findings.js';
import { verifyBoard, type VerifyOptions } from '../verify/verify-board.js';
import { TrusteeRefuses } from './trustee-refuses.js';

/** What a trustee's tool knows of its own, none of it on any server. */
export interface TrusteeDesk {
  readonly trustee: number;
  readonly keys: TrusteeKeys;
  /** The share of the joint secret that key generation gave. */
  readonly share: bigint;
  /** What key generation gave in public. */
  readonly transcriptHash: string;
  /** The registrar's key whose fingerprint was compared outside the server. */
  readonly registrarKey: string;
  /** The nonce for a lot that this trustee committed to, where ties go by lot. */
  readonly lotNonce: string | null;
  readonly memory: TrusteeMemory;
  /** The trustee's own clock. */
  readonly now: () => Date;
}

export interface Endorsed {
  readonly endorsement: Endorsement;
  readonly aggregate: Aggregate;
}

/** The tool's own disk. */
export interface TrusteeMemory {
  load(electionId: string): Promise<Endorsed | null>;
  /**
   * Keeps the first endorsement of an election for ever; a second changes nothing. Resolves with the first, when it is
   * there for good.
   */
  keepFirst(electionId: string, endorsed: Endorsed): Promise<Endorsed>;
}

/**
 * Signs a specification in which the trustee finds the own keys and share, the transcript of the key generation, the
 * commitments it gave, and the registrar's key and signature.
 * @throws TrusteeRefuses, Malformed
 */
export function signSpecification({ trustee, keys, share, transcriptHash, registrarKey, lotNonce }: TrusteeDesk, value: unknown): SpecSignature {
  const open = openSpec(value);
  const { spec, setting: { group } } = open;
  const entry = spec.trustees[trustee - 1];
  if (entry?.signingKey !== keys.signing.publicKey || entry.encryptionKey !== keys.encryptionKey || spec.group !== group.name) throw new TrusteeRefuses('NOT_MY_KEYS');
  if (entry.verificationShare !== pointText(group, group.multiply(group.base, share))) throw new TrusteeRefuses('NOT_MY_SHARE');
  if (spec.keygenTranscriptHash !== transcriptHash) throw new TrusteeRefuses('OTHER_TRANSCRIPT');
  if (spec.registrarKey !== registrarKey) throw new TrusteeRefuses('OTHER_REGISTRAR');
  if (spec.lotCommitments !== null && (lotNonce === null || spec.lotCommitments[trustee - 1] !== lotCommitmentOf(spec.ballotId, trustee, lotNonce))) throw new TrusteeRefuses('NOT_MY_COMMITMENT');
  try {
    checkTrusteeKeys(open);
    checkRegistrar(open);
  } catch (error) {
    if (error instanceof DoesNotHold) throw new TrusteeRefuses('SETUP_FAULT', error.fault);
    throw error;
  }
  return signSpec(open.electionId, trustee, keys.signing);
}

/**
 * Verifies the whole closed board and endorses its sum: once per election, ever. The same request again gives the same
 * endorsement; another sum is refused for good, since two sums that differ by one ballot reveal it.
 * @throws TrusteeRefuses when the board does not hold, the checking period is not over by the own clock, or too few voted
 */
export async function endorse(desk: TrusteeDesk, value: unknown, options: Pick<VerifyOptions, 'verifyProofs' | 'receipts' | 'onFinding'> = {}): Promise<Endorsement> {
  const { holds, findings, aggregate, head, electionId } = await verifyBoard(value, { ...options, stage: 'closed' });
  if (!holds || electionId === null || head === null) throw new TrusteeRefuses('BOARD_FAULT', findings.find(({ fault }) => fault !== null)?.fault ?? null);
  const board = readBoard(value);
  const open = openSpec(board.spec);
  checkIsMine(desk, open);
  const free = Date.parse(board.close?.closedAt ?? '') + open.spec.checkingSeconds * 1000;
  if (!(desk.now().getTime() >= free)) throw new TrusteeRefuses('CHECKING_PERIOD');
  if (aggregate === null || thresholdMissed(open, aggregate.counted) !== null) throw new TrusteeRefuses('UNDER_THRESHOLD');
  const values = { electionId, boardHead: head, aggregateHash: aggregateHashOf(aggregate), counted: aggregate.counted };
  const endorsement = signEndorsement({ ...values, trustee: desk.trustee }, desk.keys.signing);
  const kept = await desk.memory.keepFirst(electionId, { endorsement, aggregate });
  if (!agrees(kept.endorsement, values)) throw new TrusteeRefuses('ENDORSED_ANOTHER');
  return kept.endorsement;
}

/**
 * The decryption share of the sum that this trustee endorsed itself, as soon as e different trustees have endorsed the
 * same. No other sum can be asked for: there is no place to name one.
 * @param endorsements what the board shows; one that differs, from anybody, stops everything
 * @throws TrusteeRefuses
 */
export async function releaseShare(desk: TrusteeDesk, specification: unknown, endorsements: readonly Endorsement[]): Promise<DecryptionShare> {
  const open = openSpec(specification);
  checkIsMine(desk, open);
  const own = await desk.memory.load(open.electionId);
  // A disk on which the sum is not the endorsed one must not decide what is decrypted.
  if (own === null || aggregateHashOf(own.aggregate) !== own.endorsement.aggregateHash || own.endorsement.trustee !== desk.trustee) throw new TrusteeRefuses('NOT_ENDORSED');
  const trustees = new Set<number>();
  for (const endorsement of endorsements) {
    const key = open.spec.trustees[endorsement.trustee - 1]?.signingKey;
    if (key === undefined || endorsement.electionId !== open.electionId || !isEndorsementSigned(endorsement, key)) throw new TrusteeRefuses('ENDORSEMENT_INVALID');
    if (!agrees(endorsement, own.endorsement)) throw new TrusteeRefuses('ENDORSEMENTS_DISAGREE');
    trustees.add(endorsement.trustee);
  }
  if (trustees.size < open.spec.e) throw new TrusteeRefuses('TOO_FEW_ENDORSEMENTS');
  return makeDecryptionShare(open.setting.group, own.aggregate, { trustee: desk.trustee, share: desk.share, signing: desk.keys.signing });
}

function checkIsMine({ trustee, keys }: TrusteeDesk, { spec }: OpenSpec): void {
  if (spec.trustees[trustee - 1]?.signingKey !== keys.signing.publicKey) throw new TrusteeRefuses('NOT_MY_KEYS');
}

const agrees = (one: Endorsement, other: Omit<Endorsement, 'format' | 'signature' | 'trustee'>): boolean =>
  one.boardHead === other.boardHead && one.aggregateHash === other.aggregateHash && one.counted === other.counted;
