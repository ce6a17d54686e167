import { heartbeat, type Watch } from '../mechanisms/mechanism.js';
import type { Board } from './board.js';
import { CycleSet } from './cycle-set.js';
import type { CycleFinder } from './finder.js';

/** One trial takes away at most this many cycles near each other. */
const MOST_REMOVED = 4;
/** In every other trial chance adds up to so many places a person to a cycle's worth, so that not the same cycles come back. */
const CHANCE = 5;

/** A round is searched until `enough` says so, and reported to `watch` now and then. */
export interface Effort {
  readonly trials: number;
  /** Whether nothing better can be found any more. */
  readonly enough: (movers: number, gain: number) => boolean;
  readonly random: () => number;
  readonly watch: Watch;
}

/** Takes the best open cycle through each seat in turn, until there is none. */
export function fillGreedily(finder: CycleFinder, seats: number, cycles: CycleSet, watch: Watch): void {
  for (let seat = 0; seat < seats; seat++) {
    if ((seat & 0xff) === 0) heartbeat(watch, seat, seats);
    for (let arcs = finder.bestThrough(seat); arcs !== null; arcs = finder.bestThrough(seat)) cycles.add(arcs);
  }
}

/**
 * Large neighbourhood search (Shaw 1998): a few cycles near each other are taken away and the seats filled again in another
 * order; what is no worse (more movers, then a greater gain) stays. Deterministic for the same `random`.
 */
export function improve(board: Board, finder: CycleFinder, cycles: CycleSet, { trials, enough, random, watch }: Effort): number {
  const { moves } = board;
  const { arcFrom, holder } = moves;
  if (holder.length === 0) return 0;
  const below = (count: number): number => random() % count;
  const bonus = (): number => CHANCE * (random() / 2 ** 32);
  let trial = 0;
  for (; trial < trials && !enough(cycles.movers, cycles.gain); trial++) {
    if ((trial & 0xff) === 0) heartbeat(watch, trial, trials);
    const { movers, gain } = cycles;
    const seats = [startOf(board, below)];
    cycles.begin();
    for (let count = 1 + below(MOST_REMOVED); count > 0; count--) {
      const near = cycles.through(seats[below(seats.length)]!);
      if (near.length === 0) continue;
      for (const arc of cycles.remove(near[below(near.length)]!)) if (!seats.includes(arcFrom[arc]!)) seats.push(arcFrom[arc]!);
    }
    refill(finder, cycles, seats, arcFrom, below, trial % 2 === 0 ? undefined : bonus);
    if (cycles.movers < movers || (cycles.movers === movers && cycles.gain < gain)) cycles.undo();
  }
  return trial;
}

/** The seat of somebody who stays or falls short of what the prices promise, where one is soon found; else any. */
function startOf({ moves, moveOf, value }: Board, below: (count: number) => number): number {
  let seat = 0;
  for (let tries = 0; tries < 8; tries++) {
    const person = moves.holder[below(moves.holder.length)]!;
    const move = moveOf[person]!;
    if (moves.start[person] === moves.start[person + 1]) continue;
    seat = moves.arcFrom[moves.arc[moves.start[person]!]!]!;
    if (move < 0 || value[move]! < 0) break;
  }
  return seat;
}

function refill(finder: CycleFinder, cycles: CycleSet, seats: number[], arcFrom: Int32Array, below: (count: number) => number, bonus?: () => number): void {
  for (let at = seats.length - 1; at > 0; at--) {
    const other = below(at + 1);
    [seats[at], seats[other]] = [seats[other]!, seats[at]!];
  }
  for (let found = true; found; ) {
    found = false;
    for (const seat of seats) {
      const arcs = finder.bestThrough(seat, bonus);
      if (arcs === null) continue;
      found = true;
      cycles.add(arcs);
      for (const arc of arcs) if (!seats.includes(arcFrom[arc]!)) seats.push(arcFrom[arc]!);
    }
  }
}
