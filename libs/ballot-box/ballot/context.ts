import { concatBytes, utf8 } from '../encoding/bytes.js';
import type { Point } from '../groups/group.js';
import { framed, sha256 } from '../hashing/hash.js';
import type { Relation } from '../kinds/layout.js';
import { challengeOf } from '../proofs/challenge.js';
import type { Ciphertext } from './content.js';
import type { BallotSetting } from './setting.js';

/** Gives the challenge of the proof of one relation of one ballot. */
export type BallotChallenge = (relation: Relation, statement: Ciphertext, commitments: readonly Point[]) => bigint;

/**
 * Strong Fiat–Shamir (Bernhard, Pereira & Warinschi 2012): the challenge covers election, credential, joint key, the hash
 * of the kind and all ciphertexts of the ballot, the label, the statement's two elements and all commitments. A proof
 * moved to another ballot, voter, election or position has another challenge and fails.
 */
export function ballotChallenge(setting: BallotSetting, credential: Uint8Array, ciphertexts: readonly Ciphertext[]): BallotChallenge {
  const { group } = setting;
  const encode = (point: Point): Uint8Array => group.encodePoint(point);
  const whole = sha256(framed('ciphertexts', utf8(setting.layout.kind), ...ciphertexts.flatMap(({ a, b }) => [encode(a), encode(b)])));
  const key = encode(setting.jointKey);
  return ({ label }, { a, b }, commitments) =>
    challengeOf(group, 'ballot-proof', setting.electionId, credential, key, whole, utf8(label), encode(a), encode(b), concatBytes(...commitments.map(encode)));
}

/** The ciphertext of the signed sum of bits that a relation speaks about. */
export function statementOf({ group }: BallotSetting, relation: Relation, ciphertexts: readonly Ciphertext[]): Ciphertext {
  const side = (name: 'a' | 'b'): Point =>
    relation.terms.map(({ bit, sign }) => ({ point: ciphertexts[bit]?.[name] ?? group.identity, sign }))
      .reduce<Point | undefined>((sum, { point, sign }) => {
        if (sum === undefined) return sign === 1 ? point : group.subtract(group.identity, point);
        return sign === 1 ? group.add(sum, point) : group.subtract(sum, point);
      }, undefined) ?? group.identity;
  return { a: side('a'), b: side('b') };
}
