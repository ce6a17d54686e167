import type { Board } from './board.js';

/** Cycles of arcs as circles of people: whoever moves along an arc serves one of the cycles that ask for it. */
export function peopleCycles({ moves, moveOf }: Board, cycles: readonly (readonly number[])[]): number[][] {
  const waiting = new Map<number, number[]>();
  for (const person of moves.holder) {
    const move = moveOf[person]!;
    if (move < 0) continue;
    const arc = moves.arc[move]!;
    const queue = waiting.get(arc);
    if (queue === undefined) waiting.set(arc, [person]);
    else queue.push(person);
  }
  return cycles.map((arcs) => arcs.map((arc) => waiting.get(arc)!.pop()!));
}
