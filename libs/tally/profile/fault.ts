/** Which part of a counting file a fault stands in. */
export type FaultTable = 'file' | 'candidates' | 'ballots';

export type FaultCode =
  | 'NOT_JSON' | 'NOT_AN_OBJECT' | 'WRONG_TYPE' | 'DUPLICATE_MEMBER' | 'UNKNOWN_UNRANKED'
  | 'NO_CANDIDATES' | 'TOO_MANY_CANDIDATES' | 'NAME_MISSING' | 'DUPLICATE_CANDIDATE'
  | 'BAD_COUNT' | 'TOO_MANY_BALLOTS' | 'UNKNOWN_CANDIDATE' | 'REPEATED_CANDIDATE'
  | 'BAD_RANK' | 'DUPLICATE_COLUMN' | 'FIELD_COUNT' | 'BAD_TEXT' | 'UNCLOSED_QUOTE'
  | 'HEADER_MISSING' | 'BAD_NUMBER' | 'BAD_ORDER' | 'TIE_NOT_ALLOWED' | 'INCOMPLETE_ORDER' | 'VOTER_COUNT'
  | 'TOO_MANY_FAULTS';

/**
 * One problem of a counting file, as data. `row` counts from 1: the item of the list in JSON, the line of the file in CSV and
 * PrefLib; 0 means the whole table. Params never repeat what a ballot says, only positions, because faults end in logs.
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

  get count(): number {
    return this.kept.length + this.dropped;
  }

  add(table: FaultTable, row: number, field: string, code: FaultCode, params: Fault['params'] = {}): void {
    if (this.kept.length < MOST_KEPT) this.kept.push({ table, row, field, code, params });
    else this.dropped++;
  }

  all(): Fault[] {
    if (this.dropped === 0) return this.kept;
    return [...this.kept, { table: 'file', row: 0, field: '', code: 'TOO_MANY_FAULTS', params: { more: this.dropped } }];
  }
}
