import { bitRelation, InvalidChoice, placesOf, range, type Kind } from './layout.js';

const orderedPairs = (options: number): [number, number][] => range(options).flatMap((i) => range(options).filter((j) => j !== i).map((j): [number, number] => [i, j]));

/**
 * A bit P_ij for each ordered pair: i before j; both 0 means tied. P_ij + P_ji ∈ {0, 1}, and for distinct i, j, k
 * P_ij + P_jk − P_ik ∈ {0, 1}: before is transitive (not 1 + 1 − 0), and so is "not after" (not 0 + 0 − 1). Exactly the
 * weak orders pass.
 */
export const weakRanking: Kind = {
  kind: 'weak-ranking',
  fewest: 2,
  most: 6,
  layout(options) {
    const bitOf = new Map(orderedPairs(options).map(([i, j], bit) => [`${i},${j}`, bit]));
    const bit = (i: number, j: number): number => bitOf.get(`${i},${j}`) ?? -1;
    return {
      kind: 'weak-ranking',
      options,
      bits: bitOf.size,
      relations: [
        ...orderedPairs(options).map(([i, j]) => bitRelation(bit(i, j), `pair:${i},${j}`)),
        ...orderedPairs(options).filter(([i, j]) => i < j).map(([i, j]) => ({
          label: `tie:${i},${j}`,
          terms: [{ bit: bit(i, j), sign: 1 as const }, { bit: bit(j, i), sign: 1 as const }],
          allowed: [0, 1],
        })),
        ...orderedPairs(options).flatMap(([i, j]) => range(options).filter((k) => k !== i && k !== j).map((k) => ({
          label: `triple:${i},${j},${k}`,
          terms: [{ bit: bit(i, j), sign: 1 as const }, { bit: bit(j, k), sign: 1 as const }, { bit: bit(i, k), sign: -1 as const }],
          allowed: [0, 1],
        }))),
      ],
    };
  },
  encode(options, choice) {
    if (choice.some((group) => group.length === 0)) throw new InvalidChoice();
    const places = placesOf(options, choice);
    return orderedPairs(options).map(([i, j]) => ((places[i] ?? 0) < (places[j] ?? 0) ? 1 : 0));
  },
};
