import type { Group, Point } from '../groups/group.js';
import { mod } from '../proofs/equality-proof.js';

/** Value at x of the polynomial with these coefficients, constant term first, modulo the group's order. */
export const valueAt = (group: Group, coefficients: readonly bigint[], x: number): bigint =>
  coefficients.reduceRight((sum, coefficient) => mod(sum * BigInt(x) + coefficient, group.order), 0n);

/** The same in the exponent: Σ x^m·C_m (Feldman 1987). */
export const pointAt = (group: Group, coefficients: readonly Point[], x: number): Point =>
  coefficients.reduceRight((sum, coefficient) => group.add(group.multiplyPublic(sum, BigInt(x)), coefficient), group.identity);

/** Lagrange's coefficients for the value at `x` of a polynomial known at `places` (Shamir 1979). */
export function lagrange(group: Group, places: readonly number[], x = 0): bigint[] {
  return places.map((place) => {
    const others = places.filter((other) => other !== place);
    const above = others.reduce((product, other) => mod(product * BigInt(x - other), group.order), 1n);
    const below = others.reduce((product, other) => mod(product * BigInt(place - other), group.order), 1n);
    return mod(above * inverse(below, group.order), group.order);
  });
}

function inverse(value: bigint, order: bigint): bigint {
  let [rest, next, from, to] = [order, value, 0n, 1n];
  while (next !== 0n) {
    const times = rest / next;
    [rest, next, from, to] = [next, rest - times * next, to, from - times * to];
  }
  return mod(from, order);
}

/** Σ factor·point at the places, the points being shares of one polynomial: its value at `x`, in the exponent. */
export function interpolate(group: Group, shares: readonly { readonly place: number; readonly point: Point }[], x = 0): Point {
  const factors = lagrange(group, shares.map(({ place }) => place), x);
  return group.sum(shares.map(({ point }, at) => ({ point, scalar: factors[at] ?? 0n })));
}
