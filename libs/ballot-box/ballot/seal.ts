import { fromBase64url } from '../encoding/base64url.js';
import { pointText } from '../groups/texts.js';
import { mod } from '../proofs/equality-proof.js';
import { writeProof } from '../proofs/proof-texts.js';
import { proveOneOf } from '../proofs/prove.js';
import { CONTENT_FORMAT, type BallotContent, type Ciphertext } from './content.js';
import { ballotChallenge, statementOf } from './context.js';
import type { BallotSetting } from './setting.js';

/** (r·G, bit·G + r·K). */
export function encryptBit({ group, jointKey }: BallotSetting, bit: number, randomness: bigint): Ciphertext {
  return { a: group.multiply(group.base, randomness), b: group.add(group.multiply(jointKey, randomness), group.multiply(group.base, BigInt(bit))) };
}

/**
 * Encrypts bits with new randomness and makes the proofs of the layout. For bits that break a relation the proof that
 * comes out does not verify: there is none that does.
 * @param credential base64url of the voter's public key
 */
export function sealBits(setting: BallotSetting, credential: string, bits: readonly number[]): { readonly content: BallotContent; readonly randomness: readonly bigint[] } {
  const { group, jointKey, layout } = setting;
  const randomness = bits.map(() => group.randomScalar());
  const ciphertexts = bits.map((bit, at) => encryptBit(setting, bit, randomness[at] ?? 0n));
  const challenge = ballotChallenge(setting, fromBase64url(credential, 'credential'), ciphertexts);
  const proofs = layout.relations.map((relation) => {
    const value = relation.terms.reduce((sum, { bit, sign }) => sum + sign * (bits[bit] ?? 0), 0);
    const secret = relation.terms.reduce((sum, { bit, sign }) => sum + BigInt(sign) * (randomness[bit] ?? 0n), 0n);
    const statement = statementOf(setting, relation, ciphertexts);
    const proof = proveOneOf(group, jointKey, relation.allowed, value, mod(secret, group.order), (commitments) => challenge(relation, statement, commitments));
    return writeProof(group, proof);
  });
  const written = ciphertexts.map(({ a, b }) => ({ a: pointText(group, a), b: pointText(group, b) }));
  return { content: { format: CONTENT_FORMAT, kind: layout.kind, ciphertexts: written, proofs }, randomness };
}
