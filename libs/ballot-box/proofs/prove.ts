import type { Group, Point } from '../groups/group.js';
import { mod, type EqualityProof } from './equality-proof.js';

/** Gives the whole challenge for the commitments of all branches. */
export type Challenge = (commitments: readonly Point[]) => bigint;

/**
 * Proves that the ciphertext (r·G, value·G + r·K) holds one of the allowed values. The branches that are not true are
 * simulated from what the prover knows: with t and e random, commitments (t·G, t·K − e·(value − v)·G) and response t + e·r.
 * @param randomness r; @param value what is encrypted, one of `allowed`
 */
export function proveOneOf(group: Group, key: Point, allowed: readonly number[], value: number, randomness: bigint, challenge: Challenge): EqualityProof {
  const { order } = group;
  const nonces = allowed.map(() => group.randomScalar());
  const simulated = allowed.map(() => group.randomScalar());
  const commitments = allowed.flatMap((candidate, branch) => {
    const nonce = nonces[branch] ?? 0n;
    const shift = mod((simulated[branch] ?? 0n) * BigInt(candidate - value), order);
    return [group.multiply(group.base, nonce), group.add(group.multiply(key, nonce), group.multiply(group.base, shift))];
  });
  const others = allowed.reduce((sum, candidate, branch) => (candidate === value ? sum : sum + (simulated[branch] ?? 0n)), 0n);
  const real = mod(challenge(commitments) - others, order);
  const challenges = allowed.map((candidate, branch) => (candidate === value ? real : (simulated[branch] ?? 0n)));
  return {
    commitments,
    challenges: challenges.slice(0, -1),
    responses: challenges.map((one, branch) => mod((nonces[branch] ?? 0n) + one * randomness, order)),
  };
}

/** Proves that `secret` is the logarithm of secret·bases[0] and of secret·bases[1] (Chaum & Pedersen 1992). */
export function proveEqual(group: Group, bases: readonly [Point, Point], secret: bigint, challenge: Challenge): EqualityProof {
  const nonce = group.randomScalar();
  const commitments = bases.map((base) => group.multiply(base, nonce));
  return { commitments, challenges: [], responses: [mod(nonce + challenge(commitments) * secret, group.order)] };
}
