import { bitRelation, InvalidChoice, placesOf, range, type Kind } from './layout.js';

const pairs = (options: number): [number, number][] => range(options).flatMap((i) => range(options).filter((j) => j > i).map((j): [number, number] => [i, j]));

/**
 * A bit P_ij for each pair i < j: i before j. For each i < j < k, P_ij + P_jk − P_ik ∈ {0, 1}, which leaves out the two
 * cycles: a tournament without a cycle of three has none at all (Moon 1968), so exactly the n! rankings pass.
 */
export const strictRanking: Kind = {
  kind: 'strict-ranking',
  fewest: 2,
  most: 12,
  layout(options) {
    const bitOf = new Map(pairs(options).map(([i, j], bit) => [`${i},${j}`, bit]));
    const bit = (i: number, j: number): number => bitOf.get(`${i},${j}`) ?? -1;
    return {
      kind: 'strict-ranking',
      options,
      bits: bitOf.size,
      relations: [
        ...pairs(options).map(([i, j]) => bitRelation(bit(i, j), `pair:${i},${j}`)),
        ...pairs(options).flatMap(([i, j]) => range(options).filter((k) => k > j).map((k) => ({
          label: `triple:${i},${j},${k}`,
          terms: [{ bit: bit(i, j), sign: 1 as const }, { bit: bit(j, k), sign: 1 as const }, { bit: bit(i, k), sign: -1 as const }],
          allowed: [0, 1],
        }))),
      ],
    };
  },
  encode(options, choice) {
    if (choice.some((group) => group.length !== 1)) throw new InvalidChoice();
    const places = placesOf(options, choice);
    return pairs(options).map(([i, j]) => ((places[i] ?? 0) < (places[j] ?? 0) ? 1 : 0));
  },
};
