import { fromBase64url } from '../encoding/base64url.js';
import { u32 } from '../encoding/bytes.js';
import { Malformed } from '../encoding/malformed.js';
import type { Group, Point } from '../groups/group.js';
import { pointText, readPoint } from '../groups/texts.js';
import { challengeOf } from '../proofs/challenge.js';
import { equationsOf, holds } from '../proofs/equality-proof.js';
import { proveEqual } from '../proofs/prove.js';
import { readProof, writeProof } from '../proofs/proof-texts.js';
import { sign } from '../signatures/signed.js';
import { blaming, checkMessage, checkRevealed, checkShares, type Revealed } from './check-messages.js';
import type { Dealing } from './deal.js';
import { transcriptHashOf } from './finish.js';
import { KeygenFault } from './keygen-fault.js';
import { complaintMessage, type ComplaintMessage, type ConfirmMessage, type KeygenTranscript, type SharesMessage } from './messages.js';
import { pointAt, valueAt } from './polynomial.js';
import { unsealShare, type Route } from './sealed-share.js';
import type { OpenSetup } from './setup.js';
import type { TrusteeKeys } from './trustee-keys.js';

export type Received =
  | { readonly confirm: ConfirmMessage; /** The trustee's share of the joint secret. */ readonly share: bigint }
  | { readonly complaint: ComplaintMessage };

/**
 * Last round: adds up the shares that came. A share that does not lie on its dealer's polynomial gives a complaint, which
 * opens that share to everybody.
 * @throws KeygenFault when the transcript is wrong in a way everybody can see
 */
export function receiveShares(open: OpenSetup, dealing: Dealing, keys: TrusteeKeys, transcript: KeygenTranscript): Received {
  const revealed = checkRevealed(open, transcript.commits, transcript.reveals);
  const shares = checkShares(open, transcript.shares);
  const { group } = open;
  const to = dealing.trustee;
  let sum = valueAt(group, dealing.coefficients, to);
  for (const message of shares.filter(({ trustee }) => trustee !== to)) {
    const { route, ephemeral, sealed } = shareFor(open, message, to);
    const shared = group.multiply(ephemeral, keys.encryptionSecret);
    const share = shareIn(group, revealed, route, unsealShare(group, route, ephemeral, shared, sealed));
    if (share === undefined) return { complaint: complain(open, keys, route, ephemeral, shared) };
    sum += share;
  }
  const confirm = sign('keygen-confirm', { format: 'jari-keygen-confirm/1' as const, setupHash: open.hash, trustee: to, transcriptHash: transcriptHashOf(open, transcript) }, keys.signing);
  return { confirm, share: sum % group.order };
}

/**
 * Who is to blame for a complaint: the dealer, if the share that it opens is wrong, else whoever complained. Anybody can
 * judge from the transcript alone.
 * @returns the index of the culprit
 */
export function judgeComplaint(open: OpenSetup, transcript: KeygenTranscript, value: unknown, from: number): number {
  const { group } = open;
  try {
    const complaint = blaming(from, () => complaintMessage(value, ''));
    checkMessage(open, 'keygen-complaint', complaint);
    const revealed = checkRevealed(open, transcript.commits, transcript.reveals);
    const message = checkShares(open, transcript.shares)[complaint.against - 1];
    if (message === undefined || complaint.trustee !== from || complaint.against === from) return from;
    const { route, ephemeral, sealed } = shareFor(open, message, from);
    const isKey = blaming(from, () => {
      const shared = readPoint(group, complaint.shared, 'shared');
      const proof = readProof(group, 1, complaint.proof, 'proof');
      const claim = { bases: [group.base, ephemeral] as const, branches: [[[{ point: open.encryptionKey(from), scalar: 1n }], [{ point: shared, scalar: 1n }]] as const] };
      return equationsOf(group, claim, proof, complaintChallenge(open, route, ephemeral, shared, proof.commitments)).every((one) => holds(group, one)) ? shared : undefined;
    });
    if (isKey === undefined) return from;
    return shareIn(group, revealed, route, unsealShare(group, route, ephemeral, isKey, sealed)) === undefined ? route.from : from;
  } catch (error) {
    if (error instanceof KeygenFault) return error.culprit;
    throw error;
  }
}

function shareFor(open: OpenSetup, message: SharesMessage, to: number): { route: Route; ephemeral: Point; sealed: string } {
  const found = message.shares.find((share) => share.to === to);
  if (found === undefined) throw new KeygenFault('MISSING', message.trustee);
  const ephemeral = blaming(message.trustee, () => readPoint(open.group, found.ephemeral, 'ephemeral'));
  return { route: { setupHash: open.hash, from: message.trustee, to }, ephemeral, sealed: found.sealed };
}

/** The share, if it lies on the dealer's polynomial. */
function shareIn(group: Group, revealed: Revealed, { from, to }: Route, bytes: Uint8Array): bigint | undefined {
  let share: bigint;
  try {
    share = group.decodeScalar(bytes, 'share');
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
  return group.equals(group.multiply(group.base, share), pointAt(group, revealed.coefficients[from - 1] ?? [], to)) ? share : undefined;
}

function complain(open: OpenSetup, keys: TrusteeKeys, route: Route, ephemeral: Point, shared: Point): ComplaintMessage {
  const { group } = open;
  const proof = proveEqual(group, [group.base, ephemeral], keys.encryptionSecret, (commitments) => complaintChallenge(open, route, ephemeral, shared, commitments));
  return sign('keygen-complaint', {
    format: 'jari-keygen-complaint/1' as const,
    setupHash: open.hash,
    trustee: route.to,
    against: route.from,
    shared: pointText(group, shared),
    proof: writeProof(group, proof),
  }, keys.signing);
}

const complaintChallenge = ({ group, hash }: OpenSetup, { from, to }: Route, ephemeral: Point, shared: Point, commitments: readonly Point[]): bigint =>
  challengeOf(group, 'keygen-complaint', fromBase64url(hash), u32(from), u32(to), group.encodePoint(ephemeral), group.encodePoint(shared), ...commitments.map((point) => group.encodePoint(point)));
