import { GrowingInt32 } from '../growing.js';
import type { Instance } from '../instance/instance.js';
import { groupBy } from '../instance/ranks.js';
import { stayingCost } from '../instance/total-rank.js';

/**
 * Everything that holders would exchange their seat for, seen from people and from seats. A *move* is one person and one
 * open wish that they like better than the own seat, where somebody holds a place; an *arc* is a pair of seats with at
 * least one move along it. Moves of person `p` are `start[p] .. start[p + 1]`, arcs out of seat `s` are
 * `arcStart[s] .. arcStart[s + 1]`, in the order of the seats they lead to.
 */
export interface Moves {
  readonly start: Int32Array;
  /** By move: its person, its arc, and the places in the own list that it gains (at least 1). */
  readonly person: Int32Array;
  readonly arc: Int32Array;
  readonly gain: Int32Array;
  readonly arcStart: Int32Array;
  readonly arcFrom: Int32Array;
  readonly arcTo: Int32Array;
  /** People who may stay, by seat: `holder[holderStart[s] .. holderStart[s + 1]]`. */
  readonly holderStart: Int32Array;
  readonly holder: Int32Array;
}

/** `keep(from, to)` may leave out arcs, for example those on no short cycle. */
export function findMoves(instance: Instance): Moves {
  const { current, capacity, wishStart, wishSeat, wishReason } = instance;
  const people = current.length, seats = capacity.length;
  const { start: holderStart, item: holder } = groupBy(current, seats);
  const cost = stayingCost(instance);
  const start = new Int32Array(people + 1);
  const person = new GrowingInt32(), seat = new GrowingInt32(), gain = new GrowingInt32();
  for (let one = 0; one < people; one++) {
    const own = current[one]!;
    const stay = own < 0 ? 0 : cost(one);
    for (let k = wishStart[one]!; own >= 0 && k < wishStart[one + 1]!; k++) {
      const target = wishSeat[k]!;
      if (target === own) break;
      if (wishReason !== null && wishReason[k] !== 0) continue;
      if (holderStart[target] === holderStart[target + 1]) continue;
      person.push(one);
      seat.push(target);
      gain.push(stay - (k - wishStart[one]! + 1));
    }
    start[one + 1] = person.length;
  }
  const movers = person.cut(), targets = seat.cut();
  return { start, person: movers, gain: gain.cut(), holderStart, holder, ...arcsOf(movers, targets, current, seats) };
}

/** Sorts the moves by target, then by seat (two counting passes), and gives every pair of seats one number. */
function arcsOf(person: Int32Array, target: Int32Array, current: Int32Array, seats: number) {
  const byTarget = groupBy(target, seats).item;
  const byBoth = groupBy(byTarget.map((move) => current[person[move]!]!), seats).item;
  const arc = new Int32Array(person.length);
  const arcStart = new Int32Array(seats + 1);
  const arcFrom = new GrowingInt32(), arcTo = new GrowingInt32();
  let from = -1, to = -1;
  for (const at of byBoth) {
    const move = byTarget[at]!;
    const own = current[person[move]!]!;
    if (own !== from || target[move] !== to) {
      from = own;
      to = target[move]!;
      arcFrom.push(from);
      arcTo.push(to);
      arcStart[from + 1]!++;
    }
    arc[move] = arcFrom.length - 1;
  }
  for (let seat = 0; seat < seats; seat++) arcStart[seat + 1]! += arcStart[seat]!;
  return { arc, arcStart, arcFrom: arcFrom.cut(), arcTo: arcTo.cut() };
}
