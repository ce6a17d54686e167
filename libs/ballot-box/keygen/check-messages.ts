import { fromBase64url } from '../encoding/base64url.js';
import { u32 } from '../encoding/bytes.js';
import { Malformed } from '../encoding/malformed.js';
import type { Reader } from '../encoding/reader.js';
import type { Point } from '../groups/group.js';
import { readPoint, readScalar } from '../groups/texts.js';
import { hashOf } from '../hashing/hash.js';
import { challengeOf } from '../proofs/challenge.js';
import { isSignedBy, type SignedKind } from '../signatures/signed.js';
import { KeygenFault } from './keygen-fault.js';
import { commitMessage, revealMessage, sharesMessage, type CommitMessage, type RevealMessage, type SharesMessage } from './messages.js';
import type { OpenSetup } from './setup.js';

interface Message {
  readonly setupHash: string;
  readonly trustee: number;
  readonly signature: string;
}

/**
 * One message of each trustee, in the order of the list, each signed by its sender for this setup.
 * @throws KeygenFault naming the first trustee whose message is missing or wrong
 */
export function checkRound<M extends Message>(open: OpenSetup, kind: SignedKind, reader: Reader<M>, values: readonly unknown[]): M[] {
  return open.setup.trustees.map(({ index }, at) => {
    if (values[at] === undefined) throw new KeygenFault('MISSING', index);
    const message = blaming(index, () => reader(values[at], ''));
    if (message.trustee !== index) throw new KeygenFault('OUT_OF_ORDER', index);
    checkMessage(open, kind, message);
    return message;
  });
}

/** @throws KeygenFault unless the message belongs to this setup and is signed by its sender */
export function checkMessage(open: OpenSetup, kind: SignedKind, message: Message): void {
  if (message.setupHash !== open.hash) throw new KeygenFault('OTHER_SETUP', message.trustee);
  if (!isSignedBy(kind, message, open.trustee(message.trustee).signingKey)) throw new KeygenFault('BAD_SIGNATURE', message.trustee);
}

/** Runs a decoder; what cannot be decoded is the sender's fault. */
export function blaming<T>(culprit: number, decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    if (error instanceof Malformed) throw new KeygenFault('MALFORMED', culprit);
    throw error;
  }
}

export interface Revealed {
  readonly commits: readonly CommitMessage[];
  readonly reveals: readonly RevealMessage[];
  /** Each trustee's coefficients times G, constant term first. */
  readonly coefficients: readonly (readonly Point[])[];
}

/** The first two rounds: what was revealed is what was committed to, and each constant term is known to its sender. */
export function checkRevealed(open: OpenSetup, commits: readonly unknown[], reveals: readonly unknown[]): Revealed {
  const committed = checkRound(open, 'keygen-commit', commitMessage, commits);
  const revealed = checkRound(open, 'keygen-reveal', revealMessage, reveals);
  const coefficients = revealed.map((message, at) => {
    if (commitmentOf(message) !== committed[at]?.commitment) throw new KeygenFault('NOT_AS_COMMITTED', message.trustee);
    return checkReveal(open, message);
  });
  return { commits: committed, reveals: revealed, coefficients };
}

/** Third round: a share for every other trustee, in order. */
export function checkShares(open: OpenSetup, shares: readonly unknown[]): SharesMessage[] {
  const checked = checkRound(open, 'keygen-shares', sharesMessage, shares);
  for (const { trustee, shares: dealt } of checked) {
    const others = open.setup.trustees.map(({ index }) => index).filter((index) => index !== trustee);
    if (dealt.map(({ to }) => to).join() !== others.join()) throw new KeygenFault('MALFORMED', trustee);
  }
  return checked;
}

/** SHA-256 of the canonical message without its signature. */
export const commitmentOf = (message: RevealMessage): string => hashOf({ ...message, signature: undefined });

function checkReveal(open: OpenSetup, message: RevealMessage): Point[] {
  const { group, setup } = open;
  if (message.coefficients.length !== setup.k) throw new KeygenFault('MALFORMED', message.trustee);
  return blaming(message.trustee, () => {
    const coefficients = message.coefficients.map((text, at) => readPoint(group, text, `coefficients[${at}]`));
    const commitment = readPoint(group, message.proof.commitment, 'proof.commitment');
    const response = readScalar(group, message.proof.response, 'proof.response');
    const constant = coefficients[0] ?? group.identity;
    const challenge = knowledgeChallenge(open, message.trustee, constant, commitment);
    const expected = group.add(commitment, group.multiplyPublic(constant, challenge));
    if (!group.equals(group.multiplyPublic(group.base, response), expected)) throw new KeygenFault('BAD_PROOF', message.trustee);
    return coefficients;
  });
}

/** Challenge of the proof of knowledge (Schnorr 1991) of a constant term; bound to the setup and the trustee. */
export function knowledgeChallenge({ group, hash }: OpenSetup, trustee: number, constant: Point, commitment: Point): bigint {
  return challengeOf(group, 'keygen-proof', fromBase64url(hash), u32(trustee), group.encodePoint(constant), group.encodePoint(commitment));
}
