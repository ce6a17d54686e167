import type { OptionRows } from './option-rows.js';
import { Roster } from './roster.js';

/** Who has which place at what prices: what the parts of the flow read and change together. */
export class FlowState {
  readonly roster: Roster;
  readonly price: Int32Array;
  /** Seats in which no place may stay free: they are full whenever `place` begins and when it ends. */
  readonly mustFill: Uint8Array;
  /** Rows without a seat: the first `waitingCount`. */
  readonly waiting: Int32Array;
  waitingCount = 0;
  /** What the cheapest option of each row cost when `place` began; for those who wait it has risen by `risen`. */
  readonly least: Int32Array;
  risen = 0;
  /** Free places in seats that must be filled. */
  mustRoom = 0;
  costOf: Int32Array = new Int32Array(0);
  /** The least cost at each rank or any later one. */
  cheapestFrom: Int32Array = new Int32Array(0);
  /** People read and people moved: the work done. */
  steps = 0;

  constructor(readonly rows: OptionRows) {
    const people = rows.start.length;
    this.roster = new Roster(rows);
    this.price = new Int32Array(rows.places.length);
    this.mustFill = new Uint8Array(rows.places.length);
    this.waiting = new Int32Array(people);
    this.least = new Int32Array(people);
  }

  /** Whether a free place of the seat may end a chain: not where everybody who waits is needed for seats that must be full. */
  takes(seat: number): boolean {
    return this.roster.room[seat]! > 0 && (this.mustFill[seat] === 1 || this.waitingCount > this.mustRoom);
  }
}
