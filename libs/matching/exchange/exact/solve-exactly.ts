import { heartbeat, type Watch } from '../../mechanisms/mechanism.js';
import type { Moves } from '../moves.js';
import { bestCycles } from './branch-and-bound.js';
import { enumerateCycles, type PeopleCycles } from './enumerate.js';
import type { Part } from './part.js';
import { partsOf } from './parts.js';

export interface ExactAnswer {
  readonly circles: readonly (readonly number[])[];
  /** No exchange is worth more; a mover is worth `heavy`, and a place gained in a list 1. Infinity where nothing is proven. */
  readonly worthAtMost: number;
}

/** Beyond these the round is left to the search. */
const MOST_CYCLES = 60_000;
const MOST_PEOPLE = 1_000;
/** Numbers read and written in all. */
const EFFORT = 1e8;

/**
 * The best exchange as an integer program over its enumerated cycles, each person in at most one (Abraham, Blum & Sandholm
 * 2007), each part of the round for itself, the small ones first. `circles` are the best ones known. Null where the cycles
 * are too many.
 */
export function solveExactly(
  moves: Moves, ownSeat: Int32Array, cycleLength: number, heavy: number, circles: readonly (readonly number[])[], watch: Watch,
): ExactAnswer | null {
  const cycles = enumerateCycles(moves, ownSeat, cycleLength, MOST_CYCLES);
  if (cycles === null) return null;
  const parts = partsOf(cycles, ownSeat.length).sort((a, b) => a.length - b.length);
  const answer: (readonly number[])[] = [];
  let worthAtMost = 0, left = EFFORT;
  for (const [at, list] of parts.entries()) {
    heartbeat(watch, at, parts.length);
    const { part, row } = partOfCycles(cycles, list, ownSeat, heavy);
    if (part.people > MOST_PEOPLE) left = 0;
    const membersOf = (cycle: number): Int32Array => cycles.person.subarray(cycles.start[list[cycle]!], cycles.start[list[cycle]! + 1]);
    const number = new Map(part.members.map((_, cycle) => [nameOf(membersOf(cycle)), cycle]));
    const known = circles.filter((circle) => row.has(circle[0]!)).map((circle) => number.get(nameOf(circle))!);
    const best = bestCycles(part, known, left);
    left -= best.effort;
    for (const cycle of best.cycles) answer.push([...membersOf(cycle)]);
    worthAtMost += best.worthAtMost;
  }
  return { circles: answer, worthAtMost };
}

function partOfCycles({ start, person, gain }: PeopleCycles, list: Int32Array, ownSeat: Int32Array, heavy: number): { part: Part; row: ReadonlyMap<number, number> } {
  const row = new Map<number, number>();
  const members: number[][] = [], origins: number[][] = [], targets: number[][] = [];
  for (const cycle of list) {
    const circle = [...person.subarray(start[cycle], start[cycle + 1])];
    for (const one of circle) if (!row.has(one)) row.set(one, row.size);
    members.push(circle.map((one) => row.get(one)!));
    origins.push(circle.map((one) => ownSeat[one]!));
    targets.push(circle.map((_, at) => ownSeat[circle[(at + 1) % circle.length]!]!));
  }
  return { row, part: { people: row.size, members, origins, targets, heavy, worth: Float64Array.from(list, (cycle, at) => members[at]!.length * heavy + gain[cycle]!) } };
}

/** The same for a circle whoever it begins with. */
function nameOf(circle: ArrayLike<number>): string {
  const list = Array.from(circle);
  const first = list.indexOf(Math.min(...list));
  return [...list.slice(first), ...list.slice(0, first)].join();
}
