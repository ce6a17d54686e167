import { idAt } from '../ids/id-table.js';
import type { Instance } from '../instance/instance.js';
import type { Guarantee } from '../mechanisms/mechanism.js';
import type { Certificate, ObjectiveStep, Optimality, SeatPrice } from './certificate.js';
import { checkFeasible, checkIndividuallyRational } from './feasibility.js';
import type { Holdings } from './holdings.js';
import { LeastPrices, type Circle } from './least-prices.js';
import { longestList } from './metrics.js';

/** What a wish at a position (1 = first) costs at each level, the most important level first; position 0 is anything but a wish. */
type Objective = readonly Int32Array[];
type Aim = 'rankMinimal' | 'rankMaximal' | 'maximumCardinality';

/** What the promises compare placements by; `longest` is the longest list of the instance. */
const OBJECTIVES: Readonly<Record<Aim, (longest: number) => Objective>> = {
  rankMinimal: (longest) => [Int32Array.from({ length: longest + 1 }, (_, position) => (position === 0 ? longest + 1 : position))],
  rankMaximal: (longest) => Array.from({ length: longest }, (_, level) => Int32Array.from({ length: longest + 1 }, (__, position) => (position === level + 1 ? -1 : 0))),
  maximumCardinality: (longest) => [Int32Array.from({ length: longest + 1 }, (_, position) => (position === 0 ? 1 : 0))],
};

/** The findings on those of the objectives that were promised. */
export function checkObjectives(instance: Instance, holdings: Holdings, promised: readonly Guarantee[]): Pick<Certificate, Aim> {
  const names = (Object.keys(OBJECTIVES) as Aim[]).filter((name) => promised.includes(name));
  if (names.length === 0) return {};
  const comparable = checkFeasible(instance, holdings).holds && checkIndividuallyRational(instance, holdings).holds;
  const longest = longestList(instance);
  return Object.fromEntries(names.map((name) => (
    [name, comparable ? checkOptimal(instance, holdings, OBJECTIVES[name](longest)) : { holds: false, prices: [], improvement: null }])));
}

/**
 * Whether no placement that keeps the right to stay is better. A better one differs by circles of moves, or chains into free
 * places, of which one at least is an improvement by itself; prices exist exactly when there is none (duality of linear
 * programming). Several levels are compared by the first that differs. It starts from the assignment and knows
 * nothing of how that was found.
 */
function checkOptimal(instance: Instance, holdings: Holdings, objective: Objective): Optimality {
  const search = new LeastPrices(instance, holdings);
  const levels: Int32Array[] = [];
  for (const cost of objective) {
    const found = search.next(cost);
    if (found.circle !== null) return { holds: false, prices: [], improvement: stepsOf(instance, found.circle) };
    levels.push(found.price);
  }
  return { holds: true, prices: pricesOf(instance, levels), improvement: null };
}

function stepsOf(instance: Instance, { by, from, to }: Circle): ObjectiveStep[] {
  const seatName = (seat: number): string | null => (seat < 0 ? null : idAt(instance.seats, seat));
  return by.map((person, at) => ({ employee: idAt(instance.employees, person), from: seatName(from[at]!), to: seatName(to[at]!) }));
}

function pricesOf(instance: Instance, levels: readonly Int32Array[]): SeatPrice[] {
  const prices: SeatPrice[] = [];
  for (let seat = 0; seat < instance.capacity.length; seat++) {
    const price = levels.map((level) => level[seat]!);
    if (price.some((one) => one !== 0)) prices.push({ seat: idAt(instance.seats, seat), price });
  }
  return prices;
}
