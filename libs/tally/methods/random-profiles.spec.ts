import { plain, profileOf, randomPlain, type PlainBallots, type RandomShape } from '../testing/plain.js';
import { randomBelow, shuffled } from '../testing/random.js';
import { slowBefore, slowTally } from '../testing/slow-tally.js';
import { tally, tallyOptions, tallyPairs } from '../tally.js';
import { countPairs } from '../counting/count-pairs.js';
import { METHOD_CODES } from './method.js';

const SHAPES: readonly RandomShape[] = [
  { candidates: 5, kinds: 7, ties: false, complete: true, mostCopies: 5 },
  { candidates: 4, kinds: 5, ties: true, complete: true },
  { candidates: 5, kinds: 6, ties: false, complete: false },
  { candidates: 6, kinds: 6, ties: true, complete: false },
  { candidates: 4, kinds: 4, ties: true, complete: false, unranked: 'no-opinion' },
  { candidates: 3, kinds: 3, ties: true, complete: false, mostCopies: 1 },
  { candidates: 1, kinds: 2, ties: false, complete: false },
  { candidates: 6, kinds: 12, ties: false, complete: true, mostCopies: 2 },
];

const profiles = SHAPES.flatMap((shape) => Array.from({ length: 40 }, (_, seed) => randomPlain(shape, seed)));

/** The same election under other names, in another order of candidates and of ballots, equal ballots torn apart. */
function relabelled(input: PlainBallots, seed: number): { readonly input: PlainBallots; readonly back: (name: string) => string } {
  const below = randomBelow(1000 + seed);
  const others = shuffled(input.candidates.map((_, at) => `이름 ${at}`), below);
  const to = new Map(input.candidates.map((name, at) => [name, others[at]!]));
  const from = new Map([...to].map(([name, other]) => [other, name]));
  const ballots = input.ballots.flatMap(({ count, ranking }) => Array.from({ length: count }, () => ({ count: 1, ranking: ranking.map((group) => shuffled(group.map((name) => to.get(name)!), below)) })));
  return { input: { ...input, candidates: shuffled(others, below), ballots: shuffled(ballots, below) }, back: (name) => from.get(name)! };
}

const asSets = (groups: readonly (readonly string[])[]): string[][] => groups.map((group) => [...group].sort());

describe.each(METHOD_CODES)('%s on random ballots', (method) => {
  it('agrees with the slow telling', () => {
    for (const input of profiles) {
      const { winners, order } = tally(profileOf(input), method);
      expect({ input, winners, order }).toEqual({ input, ...slowTally(input, method) });
    }
  });

  it('names nobody else when the candidates are called otherwise', () => {
    profiles.forEach((input, seed) => {
      const other = relabelled(input, seed);
      const [before, after] = [tally(profileOf(input), method), tally(profileOf(other.input), method)];
      expect(asSets(after.order.map((group) => group.map(other.back)))).toEqual(asSets(before.order));
      expect(asSets([after.winners.map(other.back)])).toEqual(asSets([before.winners]));
      expect(asSets(after.ties.map((group) => group.map(other.back)))).toEqual(asSets(before.ties));
    });
  });

  it('holds every candidate once in the order, and says what is tied', () => {
    for (const input of profiles) {
      const { winners, order, ties } = tally(profileOf(input), method);
      expect(order.flat().sort()).toEqual([...input.candidates].sort());
      if (winners.length !== 1) expect(ties.length).toBeGreaterThan(0);
      expect(ties.every((group) => group.length > 1 && order.some((other) => other.join() === group.join()))).toBe(true);
    }
  });
});

describe('totals alone', () => {
  const strict = profiles.filter(({ ballots, candidates }) => ballots.every(({ ranking }) => ranking.flat().length === candidates.length && ranking.length === candidates.length));

  it('count as the ballots do', () => {
    for (const input of profiles) {
      const pairs = countPairs(profileOf(input));
      input.candidates.forEach((a, row) => input.candidates.forEach((b, column) => {
        if (a !== b) expect(pairs.before[row * pairs.options + column]).toBe(slowBefore(input, a, b));
      }));
    }
  });

  it.each(['borda', 'copeland', 'schulze', 'schulze-margins', 'ranked-pairs'] as const)('decide %s', (method) => {
    expect(strict.length).toBeGreaterThan(60);
    for (const input of strict) {
      const { order } = tallyPairs(countPairs(profileOf(input)), method);
      expect(order.map((group) => group.map((option) => input.candidates[option]))).toEqual(slowTally(input, method).order);
    }
  });

  it('decide plurality and approval', () => {
    const { order, winners, scores } = tallyOptions({ totals: [3, 5, 3], ballots: 11 }, 'plurality');
    expect({ order, winners, scores }).toEqual({ order: [[1], [0, 2]], winners: [1], scores: [3, 5, 3] });
    expect(tallyOptions({ totals: [3, 5, 3], ballots: 5 }, 'approval').ties).toEqual([[0, 2]]);
  });

  it('are refused where they do not decide, or cannot be', () => {
    const pairs = countPairs(profileOf(plain(['A', 'B', 'C'], ['2 A B C', '1 B=C'])));
    expect(() => tallyPairs(pairs, 'irv')).toThrow('irv cannot be counted from pairwise totals');
    expect(() => tallyPairs(pairs, 'plurality')).toThrow('plurality cannot be counted from pairwise totals');
    expect(() => tallyPairs(pairs, 'borda')).toThrow('complete strict rankings');
    expect(() => tallyPairs({ options: 2, before: Float64Array.of(0, 1) }, 'schulze')).toThrow(RangeError);
    expect(() => tallyPairs({ options: 2, before: Float64Array.of(0, 1.5, 0, 0) }, 'schulze')).toThrow(RangeError);
    expect(() => tallyOptions({ totals: [1, 2], ballots: 2 }, 'schulze')).toThrow('option totals');
    expect(() => tallyOptions({ totals: [1, 3], ballots: 2 }, 'approval')).toThrow(RangeError);
  });
});
