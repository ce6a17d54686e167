import type { Holdings } from '../certificates/holdings.js';
import { seatCount, type Instance } from '../instance/instance.js';

/** The common order as turns, counted from 1. */
export class TurnBook {
  private readonly turn: Int32Array;
  private readonly lastAt: Int32Array;

  constructor(instance: Instance, holdings: Holdings) {
    const { order } = instance;
    this.turn = new Int32Array(order.length);
    order.forEach((person, at) => { this.turn[person] = at + 1; });
    this.lastAt = new Int32Array(seatCount(instance));
    for (let seat = 0; seat < this.lastAt.length; seat++) {
      for (let q = holdings.start[seat]!; q < holdings.start[seat + 1]!; q++) this.lastAt[seat] = Math.max(this.lastAt[seat]!, this.turn[holdings.holder[q]!]!);
    }
  }

  of(person: number): number {
    return this.turn[person]!;
  }

  /** The latest turn among those who hold the seat; 0 where nobody does. */
  last(seat: number): number {
    return this.lastAt[seat]!;
  }
}
