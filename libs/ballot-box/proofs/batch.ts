import { fromBigEndian } from '../encoding/bytes.js';
import type { Group, Point } from '../groups/group.js';
import { randomBytes } from '../random/random.js';
import { mod, type Equation } from './equality-proof.js';

const WEIGHT_BYTES = 16;

/**
 * Many equations checked as one sum, each with a random weight of 128 bits of its own (Bellare, Garay & Rabin 1998, small
 * exponents): if one of them is false, the sum is the identity with probability 2^-128 at most. The weights come from the
 * system's random source after the proofs are fixed; equal weights would let two false proofs cancel.
 */
export class EquationBatch {
  private readonly scalars = new Map<Point, bigint>();

  constructor(private readonly group: Group) {}

  add(equations: readonly Equation[]): void {
    const weights = randomBytes(WEIGHT_BYTES * equations.length);
    equations.forEach((equation, at) => {
      const weight = fromBigEndian(weights.subarray(WEIGHT_BYTES * at, WEIGHT_BYTES * (at + 1)));
      for (const { point, scalar } of equation) this.scalars.set(point, (this.scalars.get(point) ?? 0n) + weight * scalar);
    });
  }

  /** Whether every equation holds, but for a chance of 2^-128. */
  holds(): boolean {
    const terms = Array.from(this.scalars, ([point, scalar]) => ({ point, scalar: mod(scalar, this.group.order) }));
    return this.group.isIdentity(this.group.sum(terms));
  }
}
