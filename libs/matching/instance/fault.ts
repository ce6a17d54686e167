/** Which part of the input a fault stands in; for CSV `employees` and `seats` are the two files. */
export type FaultTable = 'instance' | 'employees' | 'seats' | 'order';

export type FaultCode =
  | 'NOT_AN_OBJECT' | 'UNKNOWN_FORMAT' | 'WRONG_TYPE' | 'ID_MISSING' | 'DUPLICATE_ID'
  | 'UNKNOWN_SEAT' | 'DUPLICATE_WISH' | 'WISH_FOR_OLD_SEAT'
  | 'SCORE_COUNT' | 'SCORE_RANGE' | 'REASON_COUNT'
  | 'BAD_CAPACITY' | 'HOLDERS_ABOVE_CAPACITY'
  | 'PRIORITY_MISSING' | 'PRIORITY_AND_SCORES' | 'UNKNOWN_EMPLOYEE' | 'DUPLICATE_PRIORITY'
  | 'DUPLICATE_IN_ORDER' | 'ORDER_INCOMPLETE'
  | 'MISSING_COLUMN' | 'DUPLICATE_COLUMN' | 'FIELD_COUNT' | 'BAD_TEXT' | 'UNCLOSED_QUOTE' | 'TOO_MANY_FAULTS';

/**
 * One problem of an input, as data. `row` counts from 1: the item of the list, or the line of the CSV file (its header is
 * line 1); 0 means the whole table. `field` is the member or column, with the position where it is a list: `wishes[2]`.
 * Params never repeat a wish, only positions, because faults end in logs.
 */
export interface Fault {
  readonly table: FaultTable;
  readonly row: number;
  readonly field: string;
  readonly code: FaultCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Beyond this many faults the input is another file altogether; the rest is counted. */
const MOST_KEPT = 100_000;

/** Collects every fault of one input in the order in which the checks meet them. */
export class FaultList {
  private readonly kept: Fault[] = [];
  private dropped = 0;

  get isEmpty(): boolean {
    return this.kept.length === 0;
  }

  add(table: FaultTable, row: number, field: string, code: FaultCode, params: Fault['params'] = {}): void {
    if (this.kept.length < MOST_KEPT) this.kept.push({ table, row, field, code, params });
    else this.dropped++;
  }

  all(): Fault[] {
    if (this.dropped === 0) return this.kept;
    return [...this.kept, { table: 'instance', row: 0, field: '', code: 'TOO_MANY_FAULTS', params: { more: this.dropped } }];
  }
}
