import { GrowingIds } from '../ids/growing-ids.js';
import { IdIndex } from '../ids/id-index.js';
import { idAt } from '../ids/id-table.js';
import { repeatedIds } from '../ids/repeated-ids.js';
import { FaultList } from './fault.js';
import { GrowingInt32, GrowingUint16 } from '../growing.js';

export const HIGHEST_SCORE = 65_535;
export const HIGHEST_CAPACITY = 2_147_483_647;

/** Where the text of an id stands. */
export interface Cell {
  readonly source: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/**
 * What the readers (objects, CSV) share: they hand over cells one by one, seats before employees before lists, and this
 * class checks each against what stands there already. Faulty rows are taken in like the others, so that the rest of the
 * input is checked too; `finishInstance` refuses them all together.
 */
export class Assembly {
  readonly faults = new FaultList();
  readonly employees = new GrowingIds();
  readonly employeeRow = new GrowingInt32();
  readonly seats = new IdIndex();
  readonly capacity = new GrowingInt32();
  readonly seatRow = new GrowingInt32();
  readonly wishStart: GrowingInt32;
  readonly wishSeat: GrowingInt32;
  readonly wishScore: GrowingUint16;
  readonly wishReason = new GrowingUint16();
  readonly reasonCodes: string[] = [''];
  readonly current: GrowingInt32;
  readonly currentScore: GrowingInt32;
  readonly mustMove = new GrowingInt32();
  readonly formerSeat = new GrowingInt32();
  readonly formerOutside = new Map<number, string>();
  readonly listStart = new GrowingInt32();
  readonly listPerson = new GrowingInt32();
  readonly order = new GrowingInt32();
  hasScores = false;
  hasReasons = false;
  hasLists = false;
  hasOrder = false;
  /** By seat, the last employee who wished for it, counted from 1: finds a repeated wish however long the list. */
  private wishedBy = new Int32Array(0);

  /** @param shared whether the long lists are to lie in memory that all threads may read */
  constructor(shared = false) {
    this.wishStart = new GrowingInt32(256, shared);
    this.wishSeat = new GrowingInt32(256, shared);
    this.wishScore = new GrowingUint16(256, shared);
    this.current = new GrowingInt32(256, shared);
    this.currentScore = new GrowingInt32(256, shared);
    this.wishStart.push(0);
  }

  addSeat(row: number, id: Cell | null, capacity: number | null): void {
    if (id === null) this.faults.add('seats', row, 'id', 'ID_MISSING');
    else if (this.seats.add(id.source, id.from, id.to) < 0) this.faults.add('seats', row, 'id', 'DUPLICATE_ID', { id: text(id) });
    const good = capacity !== null && Number.isInteger(capacity) && capacity >= 0 && capacity <= HIGHEST_CAPACITY;
    if (!good) this.faults.add('seats', row, 'capacity', 'BAD_CAPACITY');
    this.capacity.push(good ? capacity : HIGHEST_CAPACITY);
    this.seatRow.push(row);
  }

  /** The seat of a cell, or -1. */
  seatOf(cell: Cell): number {
    return this.seats.find(cell.source, cell.from, cell.to);
  }

  /** Ends the rows of employees: whose id stood there before? @returns an index of them, for printed lists and orders */
  closeEmployees(): () => IdIndex {
    const table = this.employees.table();
    for (const person of repeatedIds(table)) this.faults.add('employees', this.employeeRow.at(person), 'id', 'DUPLICATE_ID', { id: idAt(table, person) });
    let index: IdIndex | null = null;
    return () => index ??= IdIndex.of(table);
  }

  reasonIndex(code: string): number {
    const known = this.reasonCodes.indexOf(code);
    return known >= 0 ? known : this.reasonCodes.push(code) - 1;
  }

  /** Opens a row of employees; `addWish` adds to it until `endEmployee`. */
  beginEmployee(row: number, id: Cell | null, current: Cell | null, mustMove: boolean, currentScore: number): void {
    if (id === null) this.faults.add('employees', row, 'id', 'ID_MISSING');
    this.employees.push(id?.source ?? NO_BYTES, id?.from ?? 0, id?.to ?? 0);
    this.employeeRow.push(row);
    const seat = current === null ? -1 : this.seatOf(current);
    // Whoever must move may come from a seat outside the round, for example of an abolished unit.
    if (current !== null && seat < 0 && !mustMove) this.faults.add('employees', row, 'current', 'UNKNOWN_SEAT');
    if (current !== null && seat < 0 && mustMove) this.formerOutside.set(this.current.length, text(current));
    this.current.push(mustMove ? -1 : seat);
    this.formerSeat.push(mustMove ? seat : -1);
    this.mustMove.push(mustMove ? 1 : 0);
    this.currentScore.push(currentScore);
  }

  addWish(row: number, position: number, seat: number, score: number, reason: number): void {
    this.wishSeat.push(seat);
    this.wishScore.push(score);
    this.checkWishes(row, this.wishSeat.length - 1, position);
    if (reason > 0 && !this.hasReasons) {
      this.hasReasons = true;
      while (this.wishReason.length < this.wishSeat.length - 1) this.wishReason.push(0);
    }
    if (this.hasReasons) this.wishReason.push(reason);
  }

  /** Checks the wishes of the last employee from number `from` on, an index into `wishSeat`, which is at `position` of the list. */
  checkWishes(row: number, from: number, position = 1): void {
    const person = this.current.length - 1;
    const former = this.formerSeat.at(person);
    if (this.wishedBy.length !== this.seats.size) this.wishedBy = new Int32Array(this.seats.size);
    const { wishedBy, wishSeat } = this;
    const list = wishSeat.extend(0);
    for (let k = from; k < wishSeat.length; k++) {
      const seat = list[k]!;
      const again = seat >= 0 && wishedBy[seat] === person + 1;
      if (seat >= 0) wishedBy[seat] = person + 1;
      if (seat < 0 || again || seat === former) this.faultyWish(row, position + k - from, seat, again, seat === former);
    }
  }

  private faultyWish(row: number, position: number, seat: number, again: boolean, former: boolean): void {
    const field = `wishes[${position}]`;
    if (seat < 0) this.faults.add('employees', row, field, 'UNKNOWN_SEAT');
    if (again) this.faults.add('employees', row, field, 'DUPLICATE_WISH');
    if (seat >= 0 && former) this.faults.add('employees', row, field, 'WISH_FOR_OLD_SEAT');
  }

  endEmployee(): void {
    this.wishStart.push(this.wishSeat.length);
  }
}

const NO_BYTES = new Uint8Array(0);
const decoder = new TextDecoder();

export function text(cell: Cell): string {
  return decoder.decode(cell.source.subarray(cell.from, cell.to));
}

const encoder = new TextEncoder();

export function cellOf(id: string): Cell {
  const source = encoder.encode(id);
  return { source, from: 0, to: source.length };
}
