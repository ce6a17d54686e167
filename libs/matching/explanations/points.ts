import { employeeCount, type Instance } from '../instance/instance.js';
import { drawLottery } from '../lottery/lottery.js';
import { parametersFor } from '../mechanisms/parameters.js';
import { mechanismOf } from '../mechanisms/registry.js';
import { MASKED_BELOW } from './facts.js';
import type { Explained } from './trades.js';

const HIGHEST_SCORE = 65_535;

/** How many more points at one seat would have brought somebody that seat, or one they like better still. */
export type PointsNeeded =
  | { readonly code: 'POINTS'; readonly points: number }
  /** Fewer than five people got in by priority: the figure would tell the score of one of them. */
  | { readonly code: 'MASKED' }
  /** No score would have been enough. */
  | { readonly code: 'NEVER' }
  /** Scores have no say in this mechanism or instance, or the wish was not missed or not open to the person. */
  | { readonly code: 'NOT_BY_POINTS' };

/**
 * "With n more points you would have got it": the least n for the person's wish number `wish` (0 = first), everything else
 * unchanged, found by placing everybody again; the last score placed does not tell it, because whoever comes in pushes
 * somebody on who may come back round. Masked as cut-offs are.
 * Throws RangeError when there is no such wish.
 */
export function pointsNeeded(instance: Instance, result: Explained, person: number, wish: number): PointsNeeded {
  const k = wishOf(instance, person, wish);
  if (!byPoints(instance, result, person, k)) return { code: 'NOT_BY_POINTS' };
  const people = admitted(instance, result, instance.wishSeat[k]!);
  if (people > 0 && people < MASKED_BELOW) return { code: 'MASKED' };
  const points = leastPoints(instance, result, person, k);
  if (points === null) return { code: 'NEVER' };
  return people === 0 ? { code: 'MASKED' } : { code: 'POINTS', points };
}

/** The same as a bare number, not masked, null = never. `k` is the index of a wish into `wishSeat`. */
export function leastPoints(instance: Instance, result: Explained, person: number, k: number): number | null {
  const { run, parameters: ranges, decidesBy, code } = mechanismOf(result.mechanism);
  const wishScore = instance.wishScore.slice();
  const raised: Instance = { ...instance, wishScore };
  const lottery = drawLottery(employeeCount(instance), result.seed);
  const parameters = parametersFor(result.mechanism, ranges, result.parameters);
  const reaches = (points: number): boolean => {
    wishScore[k] = instance.wishScore[k]! + points;
    const seat = run(raised, { lottery, watch: {}, parameters }).assignment[person]!;
    for (let better = instance.wishStart[person]!; better <= k; better++) if (instance.wishSeat[better] === seat) return true;
    return false;
  };
  const steps = pointsThatPassSomebody(instance, lottery, person, k);
  // Under employee-proposing deferred acceptance more points at a seat never lose it: until the person asks there the run
  // is the same, and who stands higher is let go later. Elsewhere every step is tried.
  if (decidesBy === 'standing' && code !== 'da-seat') return firstTrue(steps, reaches);
  return steps.find(reaches) ?? null;
}

/** The points at which the person would first stand before one more of those who stand before them now, fewest first. */
function pointsThatPassSomebody(instance: Instance, lottery: Int32Array, person: number, k: number): number[] {
  const { wishSeat, wishScore, wishStart, wishReason, current, currentStanding } = instance;
  const seat = wishSeat[k]!;
  const mine = wishScore[k]!;
  const points = new Set<number>();
  const pass = (other: number, score: number): void => {
    const needed = score - mine + (lottery[person]! < lottery[other]! ? 0 : 1);
    if (needed > 0 && mine + needed <= HIGHEST_SCORE) points.add(needed);
  };
  for (let other = 0; other < employeeCount(instance); other++) {
    if (other === person) continue;
    if (current[other] === seat) pass(other, currentStanding[other]!);
    else for (let at = wishStart[other]!; at < wishStart[other + 1]!; at++) if (wishSeat[at] === seat && (wishReason === null || wishReason[at] === 0)) pass(other, wishScore[at]!);
  }
  return [...points].sort((a, b) => a - b);
}

function firstTrue(steps: readonly number[], holds: (step: number) => boolean): number | null {
  let from = 0;
  let to = steps.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(steps[middle]!)) to = middle;
    else from = middle + 1;
  }
  return steps[from] ?? null;
}

function byPoints(instance: Instance, result: Explained, person: number, k: number): boolean {
  const { decidesBy, code } = mechanismOf(result.mechanism);
  const scored = decidesBy === 'standing' || decidesBy === 'trades' || code === 'to-be';
  const holdsPart = code !== 'to-be' || instance.current[person]! >= 0;
  const open = instance.wishReason === null || instance.wishReason[k] === 0;
  if (instance.basis !== 'scores' || !scored || !holdsPart || !open || instance.wishSeat[k] === instance.current[person]) return false;
  for (let better = instance.wishStart[person]!; better <= k; better++) if (instance.wishSeat[better] === result.assignment[person]) return false;
  return true;
}

function admitted(instance: Instance, { assignment, mechanism }: Explained, seat: number): number {
  const { incumbentsFirst } = mechanismOf(mechanism);
  let count = 0;
  assignment.forEach((given, person) => { if (given === seat && !(incumbentsFirst && instance.current[person] === seat)) count++; });
  return count;
}

function wishOf({ wishStart }: Instance, person: number, wish: number): number {
  const from = wishStart[person] ?? 0;
  const k = from + wish;
  if (!Number.isInteger(k) || wish < 0 || k >= (wishStart[person + 1] ?? 0)) throw new RangeError(`person ${person} has no wish number ${wish + 1}`);
  return k;
}
