import type { Ciphertext, CiphertextRecord } from '../ballot/content.js';
import type { Group } from '../groups/group.js';
import { pointText, readPoint } from '../groups/texts.js';
import { hashOf } from '../hashing/hash.js';

/** The sum of the counted ballots, ciphertext by ciphertext. Its hash is what trustees endorse. */
export interface Aggregate {
  readonly format: 'jari-aggregate/1';
  readonly electionId: string;
  /** How many ballots were added up. */
  readonly counted: number;
  /** Base64url points. */
  readonly totals: readonly CiphertextRecord[];
}

export const aggregateHashOf = (aggregate: Aggregate): string => hashOf(aggregate);

/**
 * Adds up ballots.
 * @param ballots the ciphertexts of each counted ballot, at least one ballot
 * @throws Malformed when a sum is the identity, which honest ballots never give
 */
export function addUp(group: Group, electionId: string, ballots: Iterable<readonly Ciphertext[]>): Aggregate {
  let counted = 0;
  let sums: Ciphertext[] = [];
  for (const ballot of ballots) {
    counted++;
    sums = counted === 1 ? [...ballot] : sums.map(({ a, b }, at) => {
      const next = ballot[at] ?? { a: group.identity, b: group.identity };
      return { a: group.add(a, next.a), b: group.add(b, next.b) };
    });
  }
  return { format: 'jari-aggregate/1', electionId, counted, totals: sums.map(({ a, b }) => ({ a: pointText(group, a), b: pointText(group, b) })) };
}

export const openTotals = (group: Group, { totals }: Aggregate): Ciphertext[] =>
  totals.map(({ a, b }, at) => ({ a: readPoint(group, a, `totals[${at}].a`), b: readPoint(group, b, `totals[${at}].b`) }));
