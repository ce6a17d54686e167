import type { Board } from './board.js';
import type { Moves } from './moves.js';

interface Chosen { readonly cycle: number; readonly arcs: readonly number[] }

/** The cycles chosen so far, on a board that serves them. A trial (`begin`, removals, additions) can be taken back. */
export class CycleSet {
  movers = 0;
  /** Places in their lists that the movers gain, in all. */
  gain = 0;
  /** By cycle number: its arcs; null = taken away. */
  private readonly arcsOf: (readonly number[] | null)[] = [];
  private readonly bySeat: number[][];
  private readonly moves: Moves;
  private readonly removed: Chosen[] = [];
  /** Seats that changed in the trial, and the moves of their holders before it. */
  private readonly saved = new Map<number, Int32Array>();
  private before = { cycles: 0, movers: 0, gain: 0 };

  constructor(private readonly board: Board) {
    this.moves = board.moves;
    this.bySeat = Array.from({ length: this.moves.arcStart.length - 1 }, () => []);
  }

  /** The cycles through a seat, by number, in no order. */
  through(seat: number): readonly number[] {
    return this.bySeat[seat]!;
  }

  /** The arcs of every cycle. */
  all(): (readonly number[])[] {
    return this.arcsOf.filter((arcs) => arcs !== null);
  }

  add(arcs: readonly number[]): void {
    for (const arc of arcs) this.change(arc, () => { this.board.add(arc); });
    this.movers += arcs.length;
    this.link({ cycle: this.arcsOf.length, arcs });
  }

  /** Returns the arcs of the cycle that is gone. */
  remove(cycle: number): readonly number[] {
    const arcs = this.arcsOf[cycle]!;
    for (const arc of arcs) this.change(arc, () => { this.board.remove(arc); });
    this.movers -= arcs.length;
    this.unlink(cycle);
    this.removed.push({ cycle, arcs });
    return arcs;
  }

  begin(): void {
    this.before = { cycles: this.arcsOf.length, movers: this.movers, gain: this.gain };
    this.removed.length = 0;
    this.saved.clear();
  }

  /** As it was at `begin`; what the trial removed must have stood there then. */
  undo(): void {
    for (let cycle = this.before.cycles; cycle < this.arcsOf.length; cycle++) this.unlink(cycle);
    this.arcsOf.length = this.before.cycles;
    for (const chosen of this.removed) this.link(chosen);
    const { holderStart, holder } = this.moves;
    for (const [seat, moves] of this.saved) {
      for (let q = holderStart[seat]!; q < holderStart[seat + 1]!; q++) this.board.moveOf[holder[q]!] = moves[q - holderStart[seat]!]!;
      this.board.refresh(seat);
    }
    this.movers = this.before.movers;
    this.gain = this.before.gain;
  }

  private change(arc: number, act: () => void): void {
    const { arcFrom, holderStart, holder } = this.moves;
    const seat = arcFrom[arc]!;
    if (!this.saved.has(seat)) this.saved.set(seat, holder.subarray(holderStart[seat], holderStart[seat + 1]).map((person) => this.board.moveOf[person]!));
    this.gain -= this.gainAt(seat);
    act();
    this.gain += this.gainAt(seat);
  }

  private gainAt(seat: number): number {
    const { holderStart, holder, gain } = this.moves;
    let sum = 0;
    for (let q = holderStart[seat]!; q < holderStart[seat + 1]!; q++) {
      const move = this.board.moveOf[holder[q]!]!;
      if (move >= 0) sum += gain[move]!;
    }
    return sum;
  }

  private link({ cycle, arcs }: Chosen): void {
    this.arcsOf[cycle] = arcs;
    for (const arc of arcs) this.bySeat[this.moves.arcFrom[arc]!]!.push(cycle);
  }

  private unlink(cycle: number): void {
    for (const arc of this.arcsOf[cycle]!) {
      const list = this.bySeat[this.moves.arcFrom[arc]!]!;
      list[list.indexOf(cycle)] = list[list.length - 1]!;
      list.pop();
    }
    this.arcsOf[cycle] = null;
  }
}
