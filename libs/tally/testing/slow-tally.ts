import type { MethodCode } from '../methods/method.js';
import { Fraction } from './fraction.js';
import type { PlainBallot, PlainBallots } from './plain.js';

export interface SlowResult {
  readonly winners: string[];
  readonly order: string[][];
}

/**
 * The eight rules told again, straight from their definitions on names, one ballot at a time, without any of the engine's
 * code: paths are enumerated, cycles searched, shares kept as fractions.
 */
export function slowTally(input: PlainBallots, method: MethodCode): SlowResult {
  const { candidates } = input;
  if (method === 'irv') return slowRunoff(input);
  if (method === 'plurality') return byScore(candidates, (name) => total(input, (ballot) => shareOf(ballot.ranking[0] ?? [], name)));
  if (method === 'approval') return byScore(candidates, (name) => total(input, ({ ranking }) => (ranking.flat().includes(name) ? new Fraction(1n, 1n) : Fraction.zero)));
  if (method === 'borda') return byScore(candidates, (name) => total(input, (ballot) => bordaPoints(candidates, ballot, name)));
  const wins = (a: string, b: string): boolean => slowBefore(input, a, b) > slowBefore(input, b, a);
  if (method === 'copeland') {
    return byScore(candidates, (name) => candidates.filter((other) => other !== name)
      .map((other) => (wins(name, other) ? new Fraction(1n, 1n) : wins(other, name) ? Fraction.zero : new Fraction(1n, 2n)))
      .reduce((sum, own) => sum.plus(own), Fraction.zero));
  }
  if (method === 'ranked-pairs') return byLayers(candidates, lockedPairs(input));
  const strength = (a: string, b: string): number => (wins(a, b) ? slowBefore(input, a, b) - (method === 'schulze-margins' ? slowBefore(input, b, a) : 0) : 0);
  const strongest = (from: string, to: string, seen: readonly string[]): number => Math.max(strength(from, to), ...candidates
    .filter((via) => via !== to && !seen.includes(via) && strength(from, via) > 0)
    .map((via) => Math.min(strength(from, via), strongest(via, to, [...seen, via]))));
  return byLayers(candidates, (a, b) => strongest(a, b, [a]) > strongest(b, a, [b]));
}

/** How many ballots put a before b. */
export function slowBefore({ ballots, unranked }: PlainBallots, a: string, b: string): number {
  return ballots.filter(({ ranking }) => {
    const [placeA, placeB] = [a, b].map((name) => ranking.findIndex((group) => group.includes(name))) as [number, number];
    if (placeA < 0) return false;
    return placeB < 0 ? unranked !== 'no-opinion' : placeA < placeB;
  }).reduce((sum, { count }) => sum + count, 0);
}

function total({ ballots }: PlainBallots, of: (ballot: PlainBallot) => Fraction): Fraction {
  return ballots.reduce((sum, ballot) => sum.plus(of(ballot).times(ballot.count)), Fraction.zero);
}

const shareOf = (group: readonly string[], name: string): Fraction => (group.includes(name) ? new Fraction(1n, BigInt(group.length)) : Fraction.zero);

/** The mean of n−1…0 over the places that the group of the candidate fills. */
function bordaPoints(candidates: readonly string[], { ranking }: PlainBallot, name: string): Fraction {
  const groups = [...ranking, candidates.filter((other) => !ranking.flat().includes(other))];
  const at = groups.findIndex((group) => group.includes(name));
  const above = groups.slice(0, at).flat().length;
  const size = groups[at]!.length;
  let points = 0;
  for (let place = above; place < above + size; place++) points += candidates.length - 1 - place;
  return new Fraction(BigInt(points), BigInt(size));
}

function lockedPairs(input: PlainBallots): (a: string, b: string) => boolean {
  const { candidates } = input;
  const pairs = candidates.flatMap((a) => candidates.map((b) => ({ a, b, won: slowBefore(input, a, b), lost: slowBefore(input, b, a) }))).filter(({ won, lost }) => won > lost);
  let locked: typeof pairs = [];
  while (pairs.length > 0) {
    const won = Math.max(...pairs.map((pair) => pair.won));
    const lost = Math.min(...pairs.filter((pair) => pair.won === won).map((pair) => pair.lost));
    const group = pairs.filter((pair) => pair.won === won && pair.lost === lost);
    group.forEach((pair) => pairs.splice(pairs.indexOf(pair), 1));
    const graph = [...locked, ...group];
    locked = [...locked, ...group.filter(({ a, b }) => !leadsTo(graph, b, a, []))];
  }
  return (a, b) => leadsTo(locked, a, b, []);
}

function leadsTo(graph: readonly { a: string; b: string }[], from: string, to: string, seen: readonly string[]): boolean {
  return graph.some(({ a, b }) => a === from && (b === to || (!seen.includes(b) && leadsTo(graph, b, to, [...seen, from]))));
}

function slowRunoff(input: PlainBallots): SlowResult {
  let left = [...input.candidates];
  const out: string[][] = [];
  for (;;) {
    const topOf = ({ ranking }: PlainBallot): string[] => ranking.map((group) => group.filter((name) => left.includes(name))).find((group) => group.length > 0) ?? [];
    const votes = (name: string): Fraction => total(input, (ballot) => shareOf(topOf(ballot), name));
    const live = input.ballots.filter((ballot) => topOf(ballot).length > 0).reduce((sum, { count }) => sum + count, 0);
    const { order } = byScore(left, votes);
    const winner = left.find((name) => left.length === 1 || votes(name).times(2).compare(new Fraction(BigInt(live), 1n)) > 0);
    if (winner !== undefined) return { winners: [winner], order: [...order, ...out] };
    const last = order.at(-1)!;
    if (last.length > 1) return { winners: [], order: [...order, ...out] };
    left = left.filter((name) => name !== last[0]);
    out.unshift(last);
  }
}

function byScore(names: readonly string[], score: (name: string) => Fraction): SlowResult {
  let left = names.map((name) => ({ name, own: score(name) }));
  const order: string[][] = [];
  while (left.length > 0) {
    const best = left.filter(({ own }) => left.every((other) => own.compare(other.own) >= 0));
    order.push(best.map(({ name }) => name));
    left = left.filter((entry) => !best.includes(entry));
  }
  return { winners: order[0] ?? [], order };
}

function byLayers(names: readonly string[], beats: (a: string, b: string) => boolean): SlowResult {
  let left = [...names];
  const order: string[][] = [];
  while (left.length > 0) {
    const layer = left.filter((name) => !left.some((other) => beats(other, name)));
    order.push(layer);
    left = left.filter((name) => !layer.includes(name));
  }
  return { winners: order[0] ?? [], order };
}
