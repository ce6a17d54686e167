import { employeeCount, seatCount, type Instance } from '../instance/instance.js';
import { drawLottery } from '../lottery/lottery.js';
import type { Trace } from '../mechanisms/mechanism.js';
import { mechanismOf } from '../mechanisms/registry.js';
import type { SolveResult } from '../solve.js';
import { MASKED_BELOW, type Trade } from './facts.js';

export type Explained = Pick<SolveResult, 'assignment' | 'mechanism' | 'seed'>;

/**
 * Who traded with whom, from running the mechanism once more: the cycles of a run do not depend on the order in which they
 * are cleared. A cycle counts only where everybody in it holds what the run gave them, so that nothing is told of an
 * assignment that was changed by hand.
 */
export class Trades {
  /** By person: who came next and before in the cycle (alone: themselves); -1 = no cycle. */
  readonly next: Int32Array;
  readonly before: Int32Array;
  private readonly asked: Uint8Array;
  private readonly holders: Int32Array;

  constructor(private readonly instance: Instance, private readonly result: Explained) {
    const people = employeeCount(instance);
    const trace: Trace = { follows: new Int32Array(people).fill(-1), asked: new Uint8Array(people) };
    const run = mechanismOf(result.mechanism).run(instance, { lottery: drawLottery(people, result.seed), watch: {}, trace });
    this.asked = trace.asked;
    this.next = trace.follows;
    this.before = new Int32Array(people).fill(-1);
    for (let person = 0; person < people; person++) if (this.next[person]! >= 0) this.before[this.next[person]!] = person;
    for (let person = 0; person < people; person++) if (run.assignment[person] !== result.assignment[person]) this.dissolve(person);
    this.holders = new Int32Array(seatCount(instance));
    for (const seat of result.assignment) if (seat >= 0) this.holders[seat]!++;
  }

  /** The seat whose place the person passed on, or -1. */
  gave(person: number): number {
    const before = this.before[person]!;
    return before < 0 ? -1 : this.result.assignment[before]!;
  }

  /** The trade behind a move; null for who got a seat without giving another, and who stayed. */
  of(person: number): Trade | null {
    const { instance, result } = this;
    const gave = this.gave(person);
    const got = result.assignment[person]!;
    if (gave < 0 || gave === got || got === instance.current[person]) return null;
    const cycle = [gave];
    let open = true;
    for (let member = person; ; ) {
      cycle.push(result.assignment[member]!);
      member = this.next[member]!;
      if (member === person) break;
      open &&= this.isOpen(member);
    }
    // The last seat is the first again.
    cycle.pop();
    return { gave, gaveOwnSeat: gave === instance.current[person], cycle: open ? cycle : null };
  }

  /** Whether the person's seat was asked for, and left. */
  askedAndLeft(person: number): boolean {
    const own = this.instance.current[person]!;
    return this.asked[person] === 1 && own >= 0 && this.result.assignment[person] !== own;
  }

  /**
   * Whether a member's part may be shown to the others: it is the move that the personnel order shows, or so many people
   * hold that seat now that nobody learns who of them stood first elsewhere.
   */
  private isOpen(member: number): boolean {
    return this.gave(member) === this.instance.current[member] || this.holders[this.result.assignment[member]!]! >= MASKED_BELOW;
  }

  private dissolve(person: number): void {
    for (let member = person; member >= 0; ) {
      const next = this.next[member]!;
      this.next[member] = -1;
      this.before[member] = -1;
      member = next;
    }
  }
}
