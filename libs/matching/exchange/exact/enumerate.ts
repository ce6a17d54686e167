import { GrowingInt32 } from '../../growing.js';
import type { Moves } from '../moves.js';

/** Every cycle of people, in one row: members of cycle `c` are `person[start[c] .. start[c + 1])`, each moving to the seat of the next. */
export interface PeopleCycles {
  readonly start: Int32Array;
  readonly person: Int32Array;
  /** By cycle: the places in their lists that its members gain. */
  readonly gain: Int32Array;
}

/**
 * All cycles of at most `longest` people, each once, beginning with its lowest number; null when they are more than `most`.
 * Cycles that pass a seat twice are left out, for they fall into two shorter ones.
 */
export function enumerateCycles(moves: Moves, ownSeat: Int32Array, longest: number, most: number): PeopleCycles | null {
  const start = new GrowingInt32(), person = new GrowingInt32(), gain = new GrowingInt32();
  const path: number[] = [];
  const visited = new Uint8Array(moves.holderStart.length - 1);
  /** Chance steps that led nowhere are bounded too, by the same measure. */
  let steps = most * STEPS_A_CYCLE;

  function extend(one: number, sum: number): boolean {
    const first = path[0]!;
    for (let k = moves.start[one]!; k < moves.start[one + 1]!; k++) {
      const seat = moves.arcTo[moves.arc[k]!]!;
      const total = sum + moves.gain[k]!;
      if (seat === ownSeat[first]) {
        if (path.length < 2) continue;
        start.push(person.length);
        gain.push(total);
        for (const member of path) person.push(member);
        if (gain.length > most) return false;
        continue;
      }
      if (path.length === longest || visited[seat] === 1) continue;
      visited[seat] = 1;
      for (let q = moves.holderStart[seat]!; q < moves.holderStart[seat + 1]!; q++) {
        const next = moves.holder[q]!;
        if (next < first) continue;
        if (steps-- <= 0) return false;
        path.push(next);
        if (!extend(next, total)) return false;
        path.pop();
      }
      visited[seat] = 0;
    }
    return true;
  }

  for (const first of moves.holder) {
    path.push(first);
    visited[ownSeat[first]!] = 1;
    if (!extend(first, 0)) return null;
    visited[ownSeat[first]!] = 0;
    path.pop();
  }
  start.push(person.length);
  return { start: start.cut(), person: person.cut(), gain: gain.cut() };
}

const STEPS_A_CYCLE = 20;
