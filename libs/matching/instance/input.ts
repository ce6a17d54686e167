/**
 * The file format `jari-instance/1`, as plain objects. Either every seat carries `priority`, or employees carry `scores`,
 * or neither (then the seeded lottery alone decides). Unknown members are ignored.
 */
export interface InstanceInput {
  format?: 'jari-instance/1';
  employees: EmployeeInput[];
  seats: SeatInput[];
  /** Everybody once, best first; without it the order of `employees`. */
  order?: string[];
}

export interface EmployeeInput {
  id: string;
  current?: string | null;
  /** Score at the own seat, 0–65535. */
  currentScore?: number | null;
  /** Seat ids, best first. */
  wishes: string[];
  /** One for each wish, 0–65535, higher first. */
  scores?: number[];
  /** One for each wish: null = open, else the caller's reason code, for example "MINIMUM_TENURE". */
  ineligible?: (string | null)[];
  mustMove?: boolean;
}

export interface SeatInput {
  id: string;
  /** Places in this round, those held by people who may stay included. */
  capacity: number;
  /** Employee ids, best first; who is absent is not eligible, except an incumbent at their own seat. */
  priority?: string[];
}
