import { groupBy } from '../instance/ranks.js';
import { CLOSED, type Board } from './board.js';

const none = (): number => 0;

/** Finds short cycles of arcs that can each take one more person. */
export class CycleFinder {
  private readonly intoStart: Int32Array;
  private readonly into: Int32Array;
  /** By seat: the arc that leads back to the seat asked for, where `stamp` says so. */
  private readonly back: Int32Array;
  private readonly stamp: Int32Array;
  private asked = 0;
  private readonly path: number[] = [];
  private best: number[] = [];
  private bestValue = -Infinity;
  private bonus = none;

  constructor(private readonly board: Board, private readonly longest: number) {
    const { arcStart, arcTo } = board.moves;
    const seats = arcStart.length - 1;
    ({ start: this.intoStart, item: this.into } = groupBy(arcTo, seats));
    this.back = new Int32Array(seats);
    this.stamp = new Int32Array(seats);
  }

  /** Marks the seats from which an open arc leads to this one; false when there are none. */
  private markWaysBack(seat: number): boolean {
    const { board, into, intoStart, back, stamp } = this;
    this.asked++;
    let any = false;
    for (let q = intoStart[seat]!; q < intoStart[seat + 1]!; q++) {
      const arc = into[q]!;
      if (board.worth[arc] === CLOSED) continue;
      const from = board.moves.arcFrom[arc]!;
      back[from] = arc;
      stamp[from] = this.asked;
      any = true;
    }
    return any;
  }

  /** The open cycle through the seat with the greatest worth a person, `bonus` added to each, as its arcs; null when there is none. */
  bestThrough(seat: number, bonus: () => number = none): readonly number[] | null {
    if (!this.markWaysBack(seat)) return null;
    this.bonus = bonus;
    this.bestValue = -Infinity;
    this.path.length = 0;
    this.extend(seat, seat, 0);
    return this.bestValue === -Infinity ? null : this.best;
  }

  private extend(seat: number, home: number, value: number): void {
    const { path, board: { worth, moves: { arcStart, arcTo } } } = this;
    for (let arc = arcStart[seat]!; arc < arcStart[seat + 1]!; arc++) {
      const more = worth[arc]!;
      if (more === CLOSED) continue;
      const next = arcTo[arc]!;
      if (next === home || path.some((one) => arcTo[one] === next)) continue;
      if (this.stamp[next] === this.asked) {
        const closing = this.back[next]!;
        const mean = (value + more + worth[closing]!) / (path.length + 2) + this.bonus();
        if (mean > this.bestValue) {
          this.bestValue = mean;
          this.best = [...path, arc, closing];
        }
      }
      if (path.length + 3 <= this.longest) {
        path.push(arc);
        this.extend(next, home, value + more);
        path.pop();
      }
    }
  }
}
