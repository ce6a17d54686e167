import { groupBy } from '../instance/ranks.js';
import { CLOSED, type Board } from './board.js';

const none = (): number => 0;
/** Every open cycle has a greater mean, and with a closed arc none has. */
const WORST = CLOSED / 16;

/** Finds short cycles of arcs that can each take one more person; the values of the board must be 0 or less. */
export class CycleFinder {
  private readonly intoStart: Int32Array;
  private readonly into: Int32Array;
  /** By seat: the arc that leads back to the seat asked for, where `stamp` says so. */
  private readonly back: Int32Array;
  private readonly stamp: Int32Array;
  private readonly onPath: Uint8Array;
  private asked = 0;
  private readonly path: number[] = [];
  private best: number[] = [];
  private bestValue = WORST;
  private bonus = none;

  constructor(private readonly board: Board, private readonly longest: number) {
    const { arcStart, arcTo } = board.moves;
    const seats = arcStart.length - 1;
    ({ start: this.intoStart, item: this.into } = groupBy(arcTo, seats));
    this.back = new Int32Array(seats);
    this.stamp = new Int32Array(seats);
    this.onPath = new Uint8Array(seats);
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
    this.bestValue = WORST;
    this.path.length = 0;
    this.extend(seat, 0);
    return this.bestValue === WORST ? null : this.best;
  }

  private extend(seat: number, value: number): void {
    const { path, onPath, stamp, asked, back, longest, bonus, board: { worth, moves: { arcStart, arcTo } } } = this;
    const members = path.length + 2;
    const end = arcStart[seat + 1]!;
    onPath[seat] = 1;
    for (let arc = arcStart[seat]!; arc < end; arc++) {
      const sum = value + worth[arc]!;
      // No worth is above 0, so what is lost already bounds the mean; a closed arc loses most.
      if (bonus === none ? sum / longest <= this.bestValue : worth[arc] === CLOSED) continue;
      const next = arcTo[arc]!;
      if (onPath[next] === 1) continue;
      if (stamp[next] === asked) {
        const mean = (sum + worth[back[next]!]!) / members + bonus();
        if (mean > this.bestValue) {
          this.bestValue = mean;
          this.best = [...path, arc, back[next]!];
        }
      }
      if (members < longest) {
        path.push(arc);
        this.extend(next, sum);
        path.pop();
      }
    }
    onPath[seat] = 0;
  }
}
