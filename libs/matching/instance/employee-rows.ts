import type { IdTable } from '../ids/id-table.js';
import type { Assembly } from './assembly.js';

/**
 * Faultless rows of employees.csv that were read elsewhere, for example by another thread: seats are known by their numbers,
 * wishes counted from the first row. Its buffers belong to nobody else, unless the reader was told to share them.
 */
export interface EmployeeRows {
  readonly ids: IdTable;
  /** The line of each row. */
  readonly line: Int32Array;
  /** The line that this reader took for the first one behind the header. */
  readonly firstLine: number;
  readonly wishStart: Int32Array;
  readonly wishSeat: Int32Array;
  readonly wishScore: Uint16Array;
  readonly current: Int32Array;
  readonly currentScore: Int32Array;
  readonly mustMove: Int32Array;
  readonly formerSeat: Int32Array;
  readonly formerOutside: ReadonlyMap<number, string>;
  readonly hasScores: boolean;
  /** In pairs: the line of a row with wishes and without scores, and how many wishes. */
  readonly unscored: Int32Array;
}

export function takeRows(assembly: Assembly, unscored: Int32Array, firstLine: number): EmployeeRows {
  const { formerOutside, hasScores } = assembly;
  return {
    ids: assembly.employees.table(), line: assembly.employeeRow.cut(), firstLine,
    wishStart: assembly.wishStart.cut(), wishSeat: assembly.wishSeat.cut(), wishScore: assembly.wishScore.cut(),
    current: assembly.current.cut(), currentScore: assembly.currentScore.cut(), mustMove: assembly.mustMove.cut(), formerSeat: assembly.formerSeat.cut(),
    formerOutside, hasScores, unscored,
  };
}

/** Puts the rows behind those that stand there. @param later how many lines further down they stand than their reader counted */
export function addRows(assembly: Assembly, rows: EmployeeRows, later: number): void {
  const people = assembly.current.length;
  const wishes = assembly.wishSeat.length;
  assembly.employees.pushAll(rows.ids);
  assembly.employeeRow.pushAll(rows.line, later);
  assembly.wishStart.pushAll(rows.wishStart.subarray(1), wishes);
  assembly.wishSeat.pushAll(rows.wishSeat);
  assembly.wishScore.pushAll(rows.wishScore);
  assembly.current.pushAll(rows.current);
  assembly.currentScore.pushAll(rows.currentScore);
  assembly.mustMove.pushAll(rows.mustMove);
  assembly.formerSeat.pushAll(rows.formerSeat);
  for (const [person, seat] of rows.formerOutside) assembly.formerOutside.set(people + person, seat);
  assembly.hasScores ||= rows.hasScores;
}
