import { employeeCount, seatCount, type Instance } from '../instance/instance.js';
import { drawLottery } from '../lottery/lottery.js';
import type { Trace } from '../mechanisms/mechanism.js';
import { parametersFor } from '../mechanisms/parameters.js';
import { mechanismOf } from '../mechanisms/registry.js';
import type { SolveResult } from '../solve.js';
import { LONGEST_LISTED, MASKED_BELOW, type Trade } from './facts.js';

/** A run's result, or as much of it as was stored. */
export type Explained = Pick<SolveResult, 'assignment' | 'mechanism' | 'seed'> & Partial<Pick<SolveResult, 'cycles' | 'parameters'>>;

/**
 * Who traded with whom: the cycles that the run gave, or else from running the mechanism once more, which cannot change
 * them (they do not depend on the order in which they are cleared). A cycle counts only where everybody in it holds what the run gave them, so that nothing is told of an
 * assignment that was changed by hand.
 */
export class Trades {
  /** By person: who came next and before in the cycle (alone: themselves); -1 = no cycle. */
  readonly next: Int32Array;
  readonly before: Int32Array;
  private readonly asked: Uint8Array;
  /** By person in a cycle: its number; by cycle: its people, and those of them whose part may not be shown to the others. */
  private readonly cycleOf: Int32Array;
  private shown = new Uint8Array(0);
  private readonly lengths: number[] = [];
  private readonly closed: number[] = [];

  constructor(private readonly instance: Instance, private readonly result: Explained) {
    const people = employeeCount(instance);
    this.next = new Int32Array(people).fill(-1);
    this.before = new Int32Array(people).fill(-1);
    this.asked = new Uint8Array(people);
    const given = result.cycles === undefined ? this.runAgain() : assignmentOf(result.cycles, instance, this.next);
    for (let person = 0; person < people; person++) if (this.next[person]! >= 0) this.before[this.next[person]!] = person;
    for (let person = 0; person < people; person++) if (given[person] !== result.assignment[person]) this.dissolve(person);
    this.cycleOf = new Int32Array(people).fill(-1);
    this.measureCycles();
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
    const cycle = this.cycleOf[person]!;
    const open = this.closed[cycle] === 0 || (this.closed[cycle] === 1 && this.shown[person] === 0);
    const length = open ? this.lengths[cycle]! : null;
    return { gave, gaveOwnSeat: gave === instance.current[person], length, cycle: length === null || length > LONGEST_LISTED ? null : this.seatsFrom(person) };
  }

  /** Whether the person's seat was asked for, and left. */
  askedAndLeft(person: number): boolean {
    const own = this.instance.current[person]!;
    return this.asked[person] === 1 && own >= 0 && this.result.assignment[person] !== own;
  }

  private seatsFrom(person: number): number[] {
    const seats = [this.gave(person)];
    for (let member = person; this.next[member] !== person; member = this.next[member]!) seats.push(this.result.assignment[member]!);
    return seats;
  }

  private measureCycles(): void {
    for (let person = 0; person < this.next.length; person++) {
      if (this.next[person]! < 0 || this.cycleOf[person]! >= 0) continue;
      let length = 0;
      for (let member = person; this.cycleOf[member]! < 0; member = this.next[member]!, length++) this.cycleOf[member] = this.lengths.length;
      this.lengths.push(length);
      this.closed.push(0);
    }
    const holders = new Int32Array(seatCount(this.instance));
    for (const seat of this.result.assignment) if (seat >= 0) holders[seat]!++;
    this.shown = Uint8Array.from(this.next, (next, person) => (next < 0 || this.isOpen(person, holders) ? 1 : 0));
    this.shown.forEach((shown, person) => { if (shown === 0) this.closed[this.cycleOf[person]!]!++; });
  }

  /**
   * Whether a member's part may be shown to the others: it is the move that the personnel order shows, or so many people
   * hold that seat now that nobody learns who of them stood first elsewhere.
   */
  private isOpen(member: number, holders: Int32Array): boolean {
    return this.gave(member) === this.instance.current[member] || holders[this.result.assignment[member]!]! >= MASKED_BELOW;
  }

  private runAgain(): Int32Array {
    const { mechanism, seed, parameters } = this.result;
    const { run, parameters: ranges } = mechanismOf(mechanism);
    const trace: Trace = { follows: this.next, asked: this.asked };
    const lottery = drawLottery(employeeCount(this.instance), seed);
    return run(this.instance, { lottery, watch: {}, parameters: parametersFor(mechanism, ranges, parameters), trace }).assignment;
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

/** Who is in no cycle stays; writes the next one of everybody else. */
function assignmentOf(cycles: readonly (readonly number[])[], { current }: Instance, next: Int32Array): Int32Array {
  const assignment = current.slice();
  for (const cycle of cycles) {
    cycle.forEach((person, at) => {
      next[person] = cycle[(at + 1) % cycle.length]!;
      assignment[person] = current[next[person]!]!;
    });
  }
  return assignment;
}
