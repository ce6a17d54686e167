import { pointText, scalarText } from '../groups/texts.js';
import { mod } from '../proofs/equality-proof.js';
import { sign } from '../signatures/signed.js';
import { checkRevealed, commitmentOf, knowledgeChallenge } from './check-messages.js';
import { KeygenFault } from './keygen-fault.js';
import type { CommitMessage, RevealMessage, SharesMessage } from './messages.js';
import { valueAt } from './polynomial.js';
import { sealShare } from './sealed-share.js';
import type { OpenSetup } from './setup.js';
import type { TrusteeKeys } from './trustee-keys.js';

/** What a trustee keeps between the rounds: the polynomial, and the message that will open the commitment. */
export interface Dealing {
  readonly trustee: number;
  /** Base64url scalars, constant term first. Secret. */
  readonly coefficients: readonly bigint[];
  readonly reveal: RevealMessage;
}

/**
 * First round of Pedersen's distributed key generation (1991), with commitments and proofs of knowledge against keys
 * chosen after the others' (Gennaro, Jarecki, Krawczyk & Rabin 2007; Komlo & Goldberg 2020): draws a polynomial of
 * degree k − 1, commits to it and keeps the rest back.
 * @throws KeygenFault when the keys are not those of this trustee in the setup
 */
export function beginKeygen(open: OpenSetup, trustee: number, keys: TrusteeKeys): { readonly commit: CommitMessage; readonly dealing: Dealing } {
  const listed = open.trustee(trustee);
  if (listed.signingKey !== keys.signing.publicKey || listed.encryptionKey !== keys.encryptionKey) throw new KeygenFault('NOT_MY_MESSAGE', trustee);
  const { group, setup, hash: setupHash } = open;
  const coefficients = Array.from({ length: setup.k }, () => group.randomScalar());
  const points = coefficients.map((coefficient) => group.multiply(group.base, coefficient));
  const nonce = group.randomScalar();
  const commitment = group.multiply(group.base, nonce);
  const challenge = knowledgeChallenge(open, trustee, points[0] ?? group.identity, commitment);
  const reveal = sign('keygen-reveal', {
    format: 'jari-keygen-reveal/1' as const,
    setupHash,
    trustee,
    coefficients: points.map((point) => pointText(group, point)),
    proof: { commitment: pointText(group, commitment), response: scalarText(group, mod(nonce + challenge * (coefficients[0] ?? 0n), group.order)) },
  }, keys.signing);
  return {
    commit: sign('keygen-commit', { format: 'jari-keygen-commit/1' as const, setupHash, trustee, commitment: commitmentOf(reveal) }, keys.signing),
    dealing: { trustee, coefficients, reveal },
  };
}

/**
 * Second round: the reveal goes out only against all n commitments, among them one's own.
 * @throws KeygenFault when a commitment is missing or wrong
 */
export function revealAfter(open: OpenSetup, dealing: Dealing, commits: readonly CommitMessage[]): RevealMessage {
  const own = commits[dealing.trustee - 1];
  if (commits.length !== open.setup.trustees.length) throw new KeygenFault('MISSING', commits.length + 1);
  if (own?.commitment !== commitmentOf(dealing.reveal)) throw new KeygenFault('NOT_MY_MESSAGE', dealing.trustee);
  return dealing.reveal;
}

/**
 * Third round: one encrypted share for every other trustee.
 * @throws KeygenFault when anything in the first two rounds is wrong
 */
export function dealShares(open: OpenSetup, dealing: Dealing, keys: TrusteeKeys, commits: readonly unknown[], reveals: readonly unknown[]): SharesMessage {
  checkRevealed(open, commits, reveals);
  const { trustee: from } = dealing;
  const shares = open.setup.trustees.filter(({ index }) => index !== from).map(({ index: to }) =>
    sealShare(open.group, { setupHash: open.hash, from, to }, open.encryptionKey(to), valueAt(open.group, dealing.coefficients, to)));
  return sign('keygen-shares', { format: 'jari-keygen-shares/1' as const, setupHash: open.hash, trustee: from, shares }, keys.signing);
}
