import type { Instance } from '../instance/instance.js';
import { bestOpenSeat } from './best-open-seat.js';
import { heartbeat, type Draw, type Outcome } from './mechanism.js';
import { GONE, SeatQueues } from './seat-queues.js';

const NONE = -1;

/**
 * Top trading cycles with places (Abdulkadiroğlu & Sönmez 2003): everybody points at the best seat that still has a place,
 * every seat at the best person left on its whole list, and who closes a cycle takes the seat pointed at. The order in which
 * cycles are cleared changes nothing, so one path is followed until it closes, and taken up again where it breaks off.
 *
 * The path goes from seat to seat, over the person on top of each list: what the seats point at is little and stays in the
 * cache. Whom and what the seats of a cleared cycle point at next is looked up for all of them together, because then the
 * memory serves many at once, and on the way one would wait for the other.
 *
 * With `incumbentsFirst` a seat gives one incumbent leave for each place that it loses until none is left, so its places
 * never fall below the incumbents still to come, and nobody who may stay ends with less than the own seat.
 */
export function topTradingCycles(instance: Instance, { lottery, watch, trace }: Draw, incumbentsFirst: boolean): Outcome {
  const { wishStart, wishSeat } = instance;
  const people = instance.current.length;
  const seats = instance.capacity.length;
  const state = new Uint8Array(people);
  const queues = new SeatQueues(instance, lottery, incumbentsFirst, state);
  const left = instance.capacity.slice();
  const assignment = new Int32Array(people).fill(-1);
  /** By seat: the person on top of its list, and the seat at which that person points. */
  const top = new Int32Array(seats).fill(NONE);
  const target = new Int32Array(seats).fill(NONE);
  const path = new Int32Array(seats);
  const onPath = new Uint8Array(seats);
  const glance = new Int32Array(seats);
  let steps = 0;
  let trades = 0;

  /** The seat to which the path goes on, or -1 when this seat has no place or nobody left to give it to. */
  function nextSeat(seat: number): number {
    while (left[seat]! > 0) {
      if (top[seat] === NONE || state[top[seat]!] === GONE) {
        top[seat] = queues.best(seat);
        target[seat] = NONE;
        if (top[seat] === NONE) return NONE;
      }
      if (target[seat] !== NONE && left[target[seat]!]! > 0) return target[seat]!;
      target[seat] = bestOpenSeat(instance, top[seat]!, left);
      if (target[seat] !== NONE) return target[seat]!;
      state[top[seat]!] = GONE;
    }
    return NONE;
  }

  /** The cycle is `path[from .. to)`. */
  function clear(from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const seat = path[at]!;
      const person = top[seat]!;
      if (trace !== undefined) trace.follows[person] = top[target[seat]!]!;
      assignment[person] = target[seat]!;
      left[target[seat]!]!--;
      state[person] = GONE;
      onPath[seat] = 0;
    }
    for (let at = from; at < to; at++) if (left[path[at]!]! > 0) top[path[at]!] = queues.best(path[at]!);
    // Nothing but reading: the lists lie far apart, and so the memory brings many of them at once for the next loop.
    for (let at = from; at < to; at++) {
      const person = top[path[at]!]!;
      if (person !== NONE) glance[at] = wishSeat[wishStart[person]!]!;
    }
    for (let at = from; at < to; at++) {
      const seat = path[at]!;
      target[seat] = left[seat]! > 0 && top[seat] !== NONE ? bestOpenSeat(instance, top[seat]!, left) : NONE;
    }
  }

  /** Follows the path from a seat until it has been cleared to its beginning, or nothing is left there. */
  function walkFrom(first: number): void {
    let length = 0;
    path[length++] = first;
    onPath[first] = 1;
    while (length > 0) {
      if ((steps++ & 0xffff) === 0) heartbeat(watch, trades, people);
      const seat = path[length - 1]!;
      const next = nextSeat(seat);
      if (next === NONE) {
        onPath[seat] = 0;
        length--;
      } else if (onPath[next] === 0) {
        path[length++] = next;
        onPath[next] = 1;
      } else {
        const end = length;
        while (path[--length] !== next);
        trades += end - length;
        clear(length, end);
      }
    }
  }

  for (let first = 0; first < seats; first++) {
    while (nextSeat(first) !== NONE) walkFrom(first);
  }
  heartbeat(watch, people, people);
  return { assignment, steps };
}
