import type { OptionRows } from './option-rows.js';

/** The margin of somebody whose other options were not read since they came, and of somebody who has none. */
export const UNREAD = -1_073_741_824, NO_OTHER = 1_073_741_823;

/** Who sits where while a flow is improved: the option that each row has taken, and the rows that hold each seat. */
export class Roster {
  /** The option taken by each row, an index into `rows.seat`; -1 = not placed. */
  readonly taken: Int32Array;
  /** Places of each seat that nobody holds. */
  readonly room: Int32Array;
  /** Rows holding seat `s`: `holder[from[s] .. from[s] + held[s])`. */
  readonly from: Int32Array;
  readonly held: Int32Array;
  readonly holder: Int32Array;
  /**
   * Beside each holder, so that a seat's holders are looked over in one sweep: how much more, at least, the cheapest of
   * their other options costs than the one they have, both without the price of this seat.
   */
  readonly margin: Int32Array;
  readonly slot: Int32Array;

  constructor(private readonly rows: OptionRows) {
    const { start, end, seat, places } = rows;
    const wanted = new Int32Array(places.length);
    for (let row = 0; row < start.length; row++) for (let k = start[row]!; k < end[row]!; k++) wanted[seat[k]!]!++;
    this.taken = new Int32Array(start.length).fill(-1);
    this.slot = new Int32Array(start.length);
    this.room = places.slice();
    this.held = new Int32Array(places.length);
    this.from = new Int32Array(places.length);
    let slots = 0;
    for (let one = 0; one < places.length; one++) {
      this.from[one] = slots;
      slots += Math.min(places[one]!, wanted[one]!);
    }
    this.holder = new Int32Array(slots);
    this.margin = new Int32Array(slots);
  }

  sit(row: number, option: number): void {
    const seat = this.rows.seat[option]!;
    const slot = this.from[seat]! + this.held[seat]!++;
    this.holder[slot] = row;
    this.margin[slot] = UNREAD;
    this.slot[row] = slot;
    this.taken[row] = option;
    this.room[seat]!--;
  }

  /** The last of the seat's holders moves up into the slot. */
  leave(row: number): void {
    const seat = this.rows.seat[this.taken[row]!]!;
    const slot = this.slot[row]!;
    const last = this.from[seat]! + --this.held[seat]!;
    this.holder[slot] = this.holder[last]!;
    this.margin[slot] = this.margin[last]!;
    this.slot[this.holder[slot]!] = slot;
    this.taken[row] = -1;
    this.room[seat]!++;
  }

  /** The seat of each person by number in the instance, -1 = none. */
  assignment(): Int32Array {
    const { person, seat, nowhere } = this.rows;
    const assignment = new Int32Array(person.length).fill(-1);
    for (let row = 0; row < person.length; row++) {
      const given = seat[this.taken[row]!]!;
      if (given !== nowhere) assignment[person[row]!] = given;
    }
    return assignment;
  }
}
