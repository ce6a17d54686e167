import { fromBase64url } from '../encoding/base64url.js';
import { concatBytes, u32 } from '../encoding/bytes.js';
import { Malformed } from '../encoding/malformed.js';
import { hash32, integer, list, literal, object, signature64, text, type Read } from '../encoding/reader.js';
import type { Group, Point } from '../groups/group.js';
import { pointText, readPoint } from '../groups/texts.js';
import { MOST_TRUSTEES } from '../keygen/setup.js';
import { EquationBatch } from '../proofs/batch.js';
import { challengeOf } from '../proofs/challenge.js';
import { equationsOf } from '../proofs/equality-proof.js';
import { proofRecord, readProof, writeProof } from '../proofs/proof-texts.js';
import { proveEqual } from '../proofs/prove.js';
import { isSignedBy, sign, type SigningKey } from '../signatures/signed.js';
import { aggregateHashOf, openTotals, type Aggregate } from './aggregate.js';

export const shareRecord = object({
  format: literal('jari-decryption-share/1'),
  electionId: hash32,
  aggregateHash: hash32,
  trustee: integer(1, MOST_TRUSTEES),
  /** One for each total: the trustee's share of the secret times the total's a, with the proof that it is. */
  factors: list(object({ factor: text(64), proof: proofRecord }), { min: 1, max: 400 }),
  signature: signature64,
});
export type DecryptionShare = Read<typeof shareRecord>;

/** @throws Malformed */
export const readDecryptionShare = (value: unknown): DecryptionShare => shareRecord(value, 'share');

/** The trustee who decrypts: place on the list, share of the secret, signing key. */
export interface Decrypter {
  readonly trustee: number;
  readonly share: bigint;
  readonly signing: SigningKey;
}

/** What a share is checked against: the trustee's entry in the specification. */
export interface ShareKeys {
  readonly signingKey: string;
  /** Base64url point. */
  readonly verificationShare: string;
}

interface FactorPlace {
  readonly electionId: string;
  readonly aggregateHash: string;
  readonly trustee: number;
  readonly total: number;
}

/** Threshold ElGamal (Desmedt & Frankel 1989): the factor of each total with a Chaum–Pedersen proof. */
export function makeDecryptionShare(group: Group, aggregate: Aggregate, { trustee, share, signing }: Decrypter): DecryptionShare {
  const place = { electionId: aggregate.electionId, aggregateHash: aggregateHashOf(aggregate), trustee };
  const verificationShare = group.multiply(group.base, share);
  const factors = openTotals(group, aggregate).map(({ a }, total) => {
    const factor = group.multiply(a, share);
    const proof = proveEqual(group, [group.base, a], share, (commitments) => factorChallenge(group, { ...place, total }, verificationShare, a, factor, commitments));
    return { factor: pointText(group, factor), proof: writeProof(group, proof) };
  });
  return sign('decryption-share', { format: 'jari-decryption-share/1' as const, ...place, factors }, signing);
}

export type ShareFault = 'MALFORMED' | 'OTHER_AGGREGATE' | 'BAD_SIGNATURE' | 'BAD_PROOF';

/** @returns null when the share is this trustee's right share of this aggregate */
export function checkDecryptionShare(group: Group, aggregate: Aggregate, share: DecryptionShare, keys: ShareKeys): ShareFault | null {
  const aggregateHash = aggregateHashOf(aggregate);
  if (share.electionId !== aggregate.electionId || share.aggregateHash !== aggregateHash) return 'OTHER_AGGREGATE';
  if (!isSignedBy('decryption-share', share, keys.signingKey)) return 'BAD_SIGNATURE';
  if (share.factors.length !== aggregate.totals.length) return 'MALFORMED';
  try {
    const verificationShare = readPoint(group, keys.verificationShare, 'verificationShare');
    const batch = new EquationBatch(group);
    openTotals(group, aggregate).forEach(({ a }, total) => {
      const record = share.factors[total];
      if (record === undefined) throw new Malformed(`factors[${total}]`, 'missing');
      const factor = readPoint(group, record.factor, `factors[${total}].factor`);
      const proof = readProof(group, 1, record.proof, `factors[${total}].proof`);
      const claim = { bases: [group.base, a] as const, branches: [[[{ point: verificationShare, scalar: 1n }], [{ point: factor, scalar: 1n }]] as const] };
      const place = { electionId: share.electionId, aggregateHash, trustee: share.trustee, total };
      batch.add(equationsOf(group, claim, proof, factorChallenge(group, place, verificationShare, a, factor, proof.commitments)));
    });
    return batch.holds() ? null : 'BAD_PROOF';
  } catch (error) {
    if (error instanceof Malformed) return 'MALFORMED';
    throw error;
  }
}

function factorChallenge(group: Group, place: FactorPlace, verificationShare: Point, a: Point, factor: Point, commitments: readonly Point[]): bigint {
  const encode = (point: Point): Uint8Array => group.encodePoint(point);
  return challengeOf(group, 'decryption-proof', fromBase64url(place.electionId), fromBase64url(place.aggregateHash), u32(place.trustee), u32(place.total),
    encode(verificationShare), encode(a), encode(factor), concatBytes(...commitments.map(encode)));
}
