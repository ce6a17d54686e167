import { groupBy } from '../instance/ranks.js';

/** Looking for circles ends after so many tries. */
const MOST_TRIES = 2_000_000;

/**
 * Circles of at most `longest` people that together explain an assignment, or the most found: short ones first, and what
 * then remains is not explained. Whoever moved leaves a place that one of those who come to that seat takes.
 */
export function readCycles(current: Int32Array, assignment: Int32Array, longest: number): number[][] {
  const target = assignment.map((seat, person) => (seat === current[person] || current[person]! < 0 ? -1 : seat));
  const seats = current.reduce((most, seat, person) => Math.max(most, seat, assignment[person]!), -1) + 1;
  const from = groupBy(current.map((seat, person) => (target[person]! < 0 ? -1 : seat)), seats);
  const used = new Uint8Array(current.length);
  const circles: number[][] = [];
  let tries = MOST_TRIES;
  /** Whether the people of `path` can be made a circle of exactly `length`; then they are its members. */
  function close(path: number[], length: number): boolean {
    const seat = target[path[path.length - 1]!]!;
    if (path.length === length) return seat === current[path[0]!];
    for (let q = from.start[seat]!; q < from.start[seat + 1]! && tries > 0; q++) {
      const next = from.item[q]!;
      tries--;
      if (used[next] === 1 || path.includes(next)) continue;
      path.push(next);
      if (close(path, length)) return true;
      path.pop();
    }
    return false;
  }
  for (let length = 2; length <= longest; length++) {
    for (let person = 0; person < current.length; person++) {
      if (target[person]! < 0 || used[person] === 1) continue;
      const path = [person];
      if (!close(path, length)) continue;
      for (const member of path) used[member] = 1;
      circles.push(path);
    }
  }
  return circles;
}
