import { boundOf, figuresOf, reducedValues, worthByPrices } from '../exchange/bound.js';
import { Board } from '../exchange/board.js';
import { CycleSet } from '../exchange/cycle-set.js';
import { solveExactly } from '../exchange/exact/solve-exactly.js';
import { CycleFinder } from '../exchange/finder.js';
import { findMoves, type Moves } from '../exchange/moves.js';
import { peopleCycles } from '../exchange/people-cycles.js';
import { seatPrices } from '../exchange/prices.js';
import { fillGreedily, improve } from '../exchange/search.js';
import { longestList, stayingCost } from '../instance/total-rank.js';
import type { Instance } from '../instance/instance.js';
import { seededRandom } from '../lottery/lottery.js';
import { heartbeat, partOf, type Draw, type Mechanism, type Outcome } from './mechanism.js';

/**
 * Multi-way mutual exchange: holders who may stay pass their seats on in circles of at most `cycleLength` people, each to a
 * seat they like better than their own and that is open to them; nobody else takes part and seats have no say. Most people
 * moved, then least total rank: the cycle packing of kidney exchange (Abraham, Blum & Sandholm 2007) with places.
 */
export const exchange: Mechanism = {
  code: 'exchange',
  incumbentsFirst: false,
  rightToStay: true,
  decidesBy: 'exchange',
  strategyProof: 'no',
  guarantees: ['feasible', 'individuallyRational', 'exchangeCycles'],
  parameters: { cycleLength: { standard: 3, least: 2, most: 8 } },
  run: packCycles,
};

/** Trials of the search, a few more for each holder, and at most, unless nothing better is possible before. */
const TRIALS = 2_000;
const TRIALS_EACH = 10;
const MOST_TRIALS = 8_000;

function packCycles(instance: Instance, { parameters, watch, trace }: Draw): Outcome {
  const { current } = instance;
  const moves = findMoves(instance);
  const cost = stayingCost(instance);
  let stayingRank = 0;
  for (let person = 0; person < current.length; person++) stayingRank += cost(person);
  // Above every sum of gains, so that one more mover outweighs any rank.
  const stayCost = moves.holder.length * longestList(instance) + 1;
  const prices = seatPrices(moves, current, stayCost, partOf(watch, 0, 0.3));
  const cycleLength = parameters['cycleLength']!;
  const worth = worthByPrices(moves, current, stayCost, prices);
  const limit = figuresOf(worth, stayCost);
  const board = new Board(moves, reducedValues(moves, current, stayCost, prices));
  const cycles = new CycleSet(board);
  const finder = new CycleFinder(board, cycleLength);
  fillGreedily(finder, instance.capacity.length, cycles, partOf(watch, 0.3, 0.5));
  const steps = improve(board, finder, cycles, {
    trials: Math.min(MOST_TRIALS, TRIALS + TRIALS_EACH * moves.holder.length), random: seededRandom('exchange'), watch: partOf(watch, 0.5, 0.8),
    enough: (movers, gain) => movers === limit.movers && gain === limit.gain,
  });
  const found = peopleCycles(board, cycles.all());
  const isBest = cycles.movers === limit.movers && cycles.gain === limit.gain;
  const exact = isBest ? null : solveExactly(moves, current, cycleLength, stayCost, found, partOf(watch, 0.8, 1));
  heartbeat(watch, 1, 1);
  const circles = exact?.circles ?? found;
  const assignment = current.slice();
  for (const circle of circles) {
    circle.forEach((person, at) => {
      const next = circle[(at + 1) % circle.length]!;
      assignment[person] = current[next]!;
      if (trace !== undefined) trace.follows[person] = next;
    });
  }
  const figures = { movers: circles.reduce((sum, circle) => sum + circle.length, 0), gain: gainOf(moves, current, assignment) };
  return { assignment, steps, cycles: circles, bound: boundOf(figures, exact === null ? limit : figuresOf(Math.min(worth, exact.worthAtMost), stayCost), stayingRank, prices) };
}

function gainOf({ start, arc, arcTo, gain }: Moves, ownSeat: Int32Array, assignment: Int32Array): number {
  let sum = 0;
  for (let person = 0; person < ownSeat.length; person++) {
    if (assignment[person] === ownSeat[person]) continue;
    for (let k = start[person]!; k < start[person + 1]!; k++) if (arcTo[arc[k]!] === assignment[person]) sum += gain[k]!;
  }
  return sum;
}
