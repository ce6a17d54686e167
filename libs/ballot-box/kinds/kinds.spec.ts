import { type BallotKind, type Choice, InvalidChoice, type Layout } from './layout.js';
import { kindNamed, layoutOf } from './registry.js';

/** Every assignment of bits that the relations let pass, as numbers. */
function passing({ bits, relations }: Layout): number[] {
  const sums = relations.filter(({ terms }) => terms.length > 1);
  return Array.from({ length: 2 ** bits }, (_, at) => at).filter((assignment) =>
    sums.every(({ terms, allowed }) => allowed.includes(terms.reduce((sum, { bit, sign }) => sum + sign * ((assignment >> bit) & 1), 0))));
}

const numberOf = (bits: readonly number[]): number => bits.reduce((sum, bit, at) => sum + bit * 2 ** at, 0);

/** Every way to put the items into groups, best first; `size` limits the groups. */
function orders(items: readonly number[], size: number): Choice[] {
  if (items.length === 0) return [[]];
  const groups = Array.from({ length: 2 ** items.length - 1 }, (_, at) => items.filter((_item, index) => ((at + 1) >> index) & 1)).filter((group) => group.length <= size);
  return groups.flatMap((group) => orders(items.filter((item) => !group.includes(item)), size).map((rest) => [group, ...rest]));
}

const encodings = (kind: BallotKind, options: number, choices: readonly Choice[]): number[] =>
  choices.map((choice) => numberOf(kindNamed(kind).encode(options, choice))).sort((a, b) => a - b);

describe('the layouts let exactly the valid ballots pass', () => {
  it('five options, strict: 120 of 1,024, the rankings', () => {
    const rankings = encodings('strict-ranking', 5, orders([0, 1, 2, 3, 4], 1));
    expect(rankings).toHaveLength(120);
    expect(passing(layoutOf('strict-ranking', 5))).toEqual(rankings);
  });

  it('four options, ties allowed: 75 of 4,096, the weak orders', () => {
    const weak = encodings('weak-ranking', 4, orders([0, 1, 2, 3], 4));
    expect(weak).toHaveLength(75);
    expect(passing(layoutOf('weak-ranking', 4))).toEqual(weak);
  });

  it('plurality: one of n; approval: every subset', () => {
    expect(passing(layoutOf('plurality', 4))).toEqual(encodings('plurality', 4, [[[0]], [[1]], [[2]], [[3]]]));
    expect(passing(layoutOf('approval', 4))).toHaveLength(16);
    expect(encodings('approval', 2, [[], [[0]], [[1]], [[1, 0]]])).toEqual([0, 1, 2, 3]);
  });

  it('proves every bit by itself, and labels no two relations alike', () => {
    for (const kind of ['plurality', 'approval', 'strict-ranking', 'weak-ranking'] as const) {
      const { bits, relations } = layoutOf(kind, 4);
      const own = relations.slice(0, bits).map(({ terms, allowed }) => [terms, allowed]);
      expect(own).toEqual(Array.from({ length: bits }, (_, bit) => [[{ bit, sign: 1 }], [0, 1]]));
      expect(new Set(relations.map(({ label }) => label)).size).toBe(relations.length);
    }
    expect(layoutOf('strict-ranking', 6).relations).toHaveLength(35);
  });
});

describe('choices', () => {
  it.each<[BallotKind, Choice]>([
    ['plurality', []], ['plurality', [[0, 1]]], ['plurality', [[0], [1]]], ['plurality', [[3]]], ['plurality', [[-1]]], ['plurality', [[0.5]]],
    ['approval', [[0], [1]]], ['approval', [[0, 0]]], ['approval', [[3]]],
    ['strict-ranking', [[0], [1]]], ['strict-ranking', [[0], [1, 2]]], ['strict-ranking', [[0], [1], [1]]], ['strict-ranking', [[0], [1], [2], [3]]],
    ['weak-ranking', [[0, 1]]], ['weak-ranking', [[0, 1], [], [2]]], ['weak-ranking', [[0, 1], [1, 2]]],
  ])('%s refuses %j of three options, and does not repeat it', (kind, choice) => {
    expect(() => kindNamed(kind).encode(3, choice)).toThrow(new InvalidChoice());
  });

  it('refuses more options than a kind takes', () => {
    expect(() => layoutOf('weak-ranking', 7)).toThrow(RangeError);
    expect(() => layoutOf('plurality', 1)).toThrow(RangeError);
    expect(() => layoutOf('strict-ranking', 2.5)).toThrow(RangeError);
  });
});
