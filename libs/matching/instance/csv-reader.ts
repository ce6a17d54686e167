import { Assembly, HIGHEST_CAPACITY, HIGHEST_SCORE, type Cell } from './assembly.js';
import { readHeader, type Columns } from './csv-header.js';
import { CsvRecords, LIST_MARK, type CsvRecord } from './csv-records.js';
import { PendingLists } from './csv-lists.js';
import { finishInstance, type Built } from './finish.js';
import { GrowingInt32 } from '../growing.js';
import { addRows, takeRows, type EmployeeRows } from './employee-rows.js';
import { badScores, readInteger, readScores } from './csv-numbers.js';

const EMPLOYEE_COLUMNS = ['employee', 'current', 'currentScore', 'wishes', 'scores', 'mustMove'] as const;
const SEAT_COLUMNS = ['seat', 'capacity', 'priority'] as const;

/**
 * Reads an instance from two CSV files as their bytes arrive, straight into typed arrays: first all of seats.csv
 * (`seat,capacity[,priority]`), then employees.csv (`employee,wishes[,current][,currentScore][,scores][,mustMove]`), columns
 * in any order, lists separated by ";". The same checks as `buildInstance`; rows of faults are lines of the file.
 *
 *     const reader = new CsvInstanceReader();
 *     for (const chunk of seatBytes) reader.writeSeats(chunk);
 *     for (const chunk of employeeBytes) reader.writeEmployees(chunk);
 *     const built = reader.finish();
 */
export class CsvInstanceReader {
  private readonly assembly: Assembly;
  private readonly lists = new PendingLists();
  private readonly seatRecords = this.records('seats', (record) => this.seat(record));
  private readonly employeeRecords = this.records('employees', (record) => this.employee(record));
  private firstLine = 1;
  private seatColumns: Columns<(typeof SEAT_COLUMNS)[number]> | null = null;
  private columns: Columns<(typeof EMPLOYEE_COLUMNS)[number]> | null = null;
  /** Filled anew for every row, which is cheaper than two new objects. */
  private readonly idPlace: CellPlace = { source: new Uint8Array(0), from: 0, to: 0 };
  private readonly currentPlace: CellPlace = { source: new Uint8Array(0), from: 0, to: 0 };
  /** Rows with wishes and without scores: a fault each as soon as any other row has scores. */
  private readonly unscored = new GrowingInt32();

  /** @param options `shared`: the long lists of the instance lie in memory that several threads may read */
  constructor({ shared = false }: { readonly shared?: boolean } = {}) {
    this.assembly = new Assembly(shared);
  }

  writeSeats(chunk: Uint8Array): void {
    this.seatRecords.write(chunk);
  }

  writeEmployees(chunk: Uint8Array): void {
    if (this.columns === null) this.seatRecords.end();
    this.employeeRecords.write(chunk);
  }

  /** Whether the employees so far are whole rows: then others may read on from here, and `add` takes their rows. */
  get isBetweenRows(): boolean {
    return this.columns !== null && this.employeeRecords.isBetween;
  }

  /**
   * Takes over what another reader, which was given the same seats and header, read of the bytes behind. Nothing may be
   * written any more.
   */
  add(rows: EmployeeRows): void {
    const later = this.employeeRecords.nextLine - rows.firstLine;
    addRows(this.assembly, rows, later);
    for (let at = 0; at < rows.unscored.length; at += 2) {
      this.unscored.push(rows.unscored[at]! + later);
      this.unscored.push(rows.unscored[at + 1]!);
    }
  }

  /**
   * Instead of `finish`: the rows of employees, for the reader of the rows before them. Null where anything is at fault, because
   * faults are told with their lines: then the same bytes are written to that reader.
   */
  takeRows(): EmployeeRows | null {
    this.seatRecords.end();
    this.employeeRecords.end();
    if (this.columns === null || !this.assembly.faults.isEmpty) return null;
    return takeRows(this.assembly, this.unscored.cut(), this.firstLine);
  }

  finish(): Built {
    const { assembly, lists } = this;
    const { faults } = assembly;
    this.seatRecords.end();
    this.employeeRecords.end();
    if (this.seatColumns === null) faults.add('seats', 1, 'seat', 'MISSING_COLUMN');
    if (this.columns === null) faults.add('employees', 1, 'employee', 'MISSING_COLUMN');
    for (let at = 0; assembly.hasScores && at < this.unscored.length; at += 2) {
      faults.add('employees', this.unscored.at(at), 'scores', 'SCORE_COUNT', { scores: 0, wishes: this.unscored.at(at + 1) });
    }
    const employees = assembly.closeEmployees();
    if (this.seatColumns !== null && this.seatColumns.priority >= 0) lists.resolve(assembly, employees);
    return finishInstance(assembly);
  }

  private records(table: 'employees' | 'seats', onRecord: (record: CsvRecord) => void): CsvRecords {
    return new CsvRecords(onRecord, (line) => this.assembly.faults.add(table, line, '', 'UNCLOSED_QUOTE'));
  }

  private seat(record: CsvRecord): void {
    const { assembly } = this;
    if (this.seatColumns === null) {
      this.seatColumns = readHeader(record, 'seats', SEAT_COLUMNS, ['seat', 'capacity'], assembly.faults);
      return;
    }
    const columns = this.seatColumns;
    if (!this.rightWidth(record, 'seats', columns.count) || columns.seat < 0) return;
    assembly.addSeat(record.line, this.idCell(record, columns.seat, 'seats'), capacityOf(record, columns.capacity));
    if (columns.priority >= 0) this.lists.keep(record, columns.priority);
  }

  private employee(record: CsvRecord): void {
    const { assembly } = this;
    if (this.columns === null) {
      this.firstLine = this.employeeRecords.nextLine;
      this.columns = readHeader(record, 'employees', EMPLOYEE_COLUMNS, ['employee', 'wishes'], assembly.faults);
      return;
    }
    const columns = this.columns;
    if (!this.rightWidth(record, 'employees', columns.count) || columns.employee < 0 || columns.wishes < 0) return;
    const id = this.idCell(record, columns.employee, 'employees');
    const current = filled(record, columns.current) ? pointAt(this.currentPlace, record, columns.current) : null;
    assembly.beginEmployee(record.line, id, current, this.mustMove(record, columns.mustMove), this.currentScore(record, columns.currentScore));
    const scores = this.readScores(record, columns.scores);
    const wishes = this.readWishes(record, columns.wishes);
    assembly.endEmployee();
    if (scores === wishes) return;
    // Every wish has a score in the rows, whatever the file says.
    assembly.wishScore.resize(assembly.wishSeat.length);
    if (scores === 0) { this.unscored.push(record.line); this.unscored.push(wishes); }
    else assembly.faults.add('employees', record.line, 'scores', 'SCORE_COUNT', { scores, wishes });
  }

  private readScores(record: CsvRecord, column: number): number {
    if (!filled(record, column)) return 0;
    const { bytes } = record;
    const from = record.from[column]!;
    const to = record.to[column]!;
    this.assembly.hasScores = true;
    const count = readScores(bytes, from, to, this.assembly.wishScore);
    if (count >= 0) return count;
    for (const position of badScores(bytes, from, to)) this.assembly.faults.add('employees', record.line, `scores[${position}]`, 'SCORE_RANGE');
    return -1 - count;
  }

  private readWishes(record: CsvRecord, column: number): number {
    if (!filled(record, column)) return 0;
    const { assembly } = this;
    const from = assembly.wishSeat.length;
    const count = assembly.seats.findList(record, record.from[column]!, record.to[column]!, LIST_MARK, assembly.wishSeat);
    assembly.checkWishes(record.line, from);
    return count;
  }

  private currentScore(record: CsvRecord, column: number): number {
    if (!filled(record, column)) return -1;
    this.assembly.hasScores = true;
    const score = readInteger(record.bytes, record.from[column]!, record.to[column]!, HIGHEST_SCORE);
    if (score < 0) this.assembly.faults.add('employees', record.line, 'currentScore', 'SCORE_RANGE');
    return score;
  }

  private mustMove(record: CsvRecord, column: number): boolean {
    if (!filled(record, column)) return false;
    const value = readInteger(record.bytes, record.from[column]!, record.to[column]!, 1);
    if (value < 0) this.assembly.faults.add('employees', record.line, 'mustMove', 'WRONG_TYPE', { expected: '0/1' });
    return value === 1;
  }

  private rightWidth(record: CsvRecord, table: 'employees' | 'seats', expected: number): boolean {
    if (record.fields === expected) return true;
    this.assembly.faults.add(table, record.line, '', 'FIELD_COUNT', { found: record.fields, expected });
    return false;
  }

  private idCell(record: CsvRecord, column: number, table: 'employees' | 'seats'): Cell | null {
    if (!filled(record, column)) return null;
    const cell = pointAt(this.idPlace, record, column);
    if (!record.plain && !isUtf8(cell)) this.assembly.faults.add(table, record.line, 'id', 'BAD_TEXT');
    return cell;
  }
}

type CellPlace = { -readonly [Member in keyof Cell]: Cell[Member] };

function pointAt(place: CellPlace, record: CsvRecord, column: number): Cell {
  place.source = record.bytes;
  place.from = record.from[column]!;
  place.to = record.to[column]!;
  return place;
}

function filled(record: CsvRecord, column: number): boolean {
  return column >= 0 && record.to[column]! > record.from[column]!;
}

function capacityOf(record: CsvRecord, column: number): number | null {
  if (!filled(record, column)) return null;
  const value = readInteger(record.bytes, record.from[column]!, record.to[column]!, HIGHEST_CAPACITY);
  return value < 0 ? null : value;
}

const strict = new TextDecoder('utf-8', { fatal: true });

function isUtf8(cell: Cell): boolean {
  try {
    strict.decode(cell.source.subarray(cell.from, cell.to));
    return true;
  } catch {
    return false;
  }
}
