import type { IdTable } from '../ids/id-table.js';

/** Who stands first at a seat: HR's scores with the lottery, the printed lists, or the lottery alone. */
export type Basis = 'scores' | 'priority' | 'lottery';

/** Printed lists of all seats in one row: `person[start[s] .. start[s + 1])`, best first. */
export interface PriorityLists {
  readonly start: Int32Array;
  readonly person: Int32Array;
}

/**
 * One checked placement instance: compressed sparse rows, employees and seats as numbers in the order of the input.
 * Made by `buildInstance` or `CsvInstanceReader` only, which prove what the mechanisms rely on: every number is in range,
 * no wish is listed twice, and the people who may stay at a seat fit into its places.
 */
export interface Instance {
  readonly employees: IdTable;
  readonly seats: IdTable;
  readonly basis: Basis;
  /** Wishes of employee `i` are `wishStart[i] .. wishStart[i + 1]`, best first. */
  readonly wishStart: Int32Array;
  readonly wishSeat: Int32Array;
  /** 0–65535, higher first; zeros under the lottery, empty under printed lists. */
  readonly wishScore: Uint16Array;
  /** Place in the seat's printed list, 0 = best, -1 = not listed; empty without printed lists. */
  readonly wishRank: Int32Array;
  /** 0 = open to the employee, else an index into `reasonCodes`; null when every wish is open. */
  readonly wishReason: Uint16Array | null;
  /** `reasonCodes[0]` is the empty text. */
  readonly reasonCodes: readonly string[];
  /** The seat that the employee may keep, or -1 (nobody who must move holds a seat). */
  readonly current: Int32Array;
  /**
   * Standing at the own seat. Scores and lottery: the score there, or -1 for none (behind everyone with a score).
   * Printed lists: place in the list; incumbents who are not listed follow it in the order of employees.
   */
  readonly currentStanding: Int32Array;
  readonly mustMove: Uint8Array;
  /** The seat that somebody who must move leaves, or -1; outside the round its id stands in `formerOutside`. */
  readonly formerSeat: Int32Array;
  readonly formerOutside: ReadonlyMap<number, string>;
  readonly capacity: Int32Array;
  /** Everybody once, best first: the common order for the mechanisms that need one. */
  readonly order: Int32Array;
  readonly priority: PriorityLists | null;
}

/** The reason code of a wish for a seat whose printed list does not name the employee. */
export const NOT_LISTED = 'NOT_LISTED';

export function employeeCount(instance: Instance): number {
  return instance.current.length;
}

export function seatCount(instance: Instance): number {
  return instance.capacity.length;
}
