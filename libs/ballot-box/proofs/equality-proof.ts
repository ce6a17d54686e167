import type { Group, Point, Term } from '../groups/group.js';

/** A sum of scaled points. Scalars may be negative. */
export type Combination = readonly Term[];

/**
 * "For one of the branches there is a secret w with w·bases[0] = images[0] and w·bases[1] = images[1]." One branch is
 * the proof of equal logarithms (Chaum & Pedersen 1992), several make the disjunction of Cramer, Damgård & Schoenmakers
 * (1994).
 */
export interface Claim {
  readonly bases: readonly [Point, Point];
  readonly branches: readonly (readonly [Combination, Combination])[];
}

/** Commitments travel, so that many proofs can be verified as one batch. */
export interface EqualityProof {
  /** Two for each branch, over the first base and over the second. */
  readonly commitments: readonly Point[];
  /** Of every branch but the last, whose challenge is what is left of the whole one. */
  readonly challenges: readonly bigint[];
  /** One for each branch. */
  readonly responses: readonly bigint[];
}

/** A sum that is the identity if the proof holds. The commitment's scalar is 1, so that a short weight keeps it short. */
export type Equation = readonly Term[];

/**
 * The equations of a proof, two for each branch: commitment + challenge·image − response·base = 0.
 * @param whole the whole challenge, from the hash
 */
export function equationsOf(group: Group, claim: Claim, proof: EqualityProof, whole: bigint): Equation[] {
  const rest = proof.challenges.reduce((left, one) => left - one, whole);
  return claim.branches.flatMap((images, branch) => {
    const challenge = mod(proof.challenges[branch] ?? rest, group.order);
    const response = proof.responses[branch] ?? 0n;
    return images.map((image, side) => [
      { point: proof.commitments[2 * branch + side] ?? group.identity, scalar: 1n },
      ...image.map(({ point, scalar }) => ({ point, scalar: challenge * scalar })),
      { point: claim.bases[side] ?? group.identity, scalar: -response },
    ]);
  });
}

/** Whether one equation holds, product by product. */
export function holds(group: Group, equation: Equation): boolean {
  const sum = equation.reduce((total, { point, scalar }) => group.add(total, scalar === 1n ? point : group.multiplyPublic(point, scalar)), group.identity);
  return group.isIdentity(sum);
}

export const mod = (value: bigint, order: bigint): bigint => {
  const rest = value % order;
  return rest < 0n ? rest + order : rest;
};
