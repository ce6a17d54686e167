import { employeeCount, idAt, idCount, seatCount, type IdTable, type Instance, type Parameters } from '#matching';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { parseJson, UnreadableFile } from '../solve/read-instance.js';

/** An assignment as a file says it; `mechanism` and `hash` where `jari solve` printed it. */
export interface ReadAssignment {
  readonly assignment: Int32Array;
  readonly mechanism: string | null;
  readonly hash: string | null;
  /** What the mechanism was set to; and for exchanges the circles and the prices that stand beside the assignment. */
  readonly parameters: Parameters;
  readonly cycles?: readonly (readonly number[])[];
  readonly bound?: { readonly prices: Float64Array };
}

interface Line {
  /** Where it stands, for faults: the member of the JSON, or the line of the CSV file. */
  readonly where: string;
  readonly employee: string;
  readonly seat: unknown;
}

interface Content {
  readonly lines: readonly Line[];
  readonly mechanism: string | null;
  readonly hash: string | null;
  readonly parameters: Parameters;
  readonly cycles: readonly (readonly string[])[] | null;
  readonly prices: Readonly<Record<string, number>> | null;
}

/**
 * Reads who got which seat: JSON as `jari solve` prints it, `{"t1":"s2","t4":null}` alone, or CSV with the columns
 * `employee` and `seat` (empty = none). Everybody of the instance must stand in it once.
 * @returns the assignment, or every fault by row and field
 * @throws UnreadableFile
 */
export function readAssignment(file: string, instance: Instance): ReadAssignment | { readonly faults: readonly string[] } {
  const { lines, mechanism, hash, parameters, cycles, prices } = file.toLowerCase().endsWith('.csv') ? csvContent(file) : jsonContent(file);
  const faults: string[] = [];
  const fault = (where: string, field: string, en: string, ko: string): void => void faults.push(`${where} ${field}: ${en} / ${ko}`);
  const people = numbersOf(instance.employees);
  const seats = numbersOf(instance.seats);
  const assignment = new Int32Array(employeeCount(instance)).fill(-1);
  const named = new Uint8Array(assignment.length);
  for (const { where, employee, seat } of lines) {
    const person = people.get(employee);
    if (person === undefined) fault(where, 'employee', 'names somebody who is not in the instance', '명단에 없는 사람입니다');
    else if (named[person] === 1) fault(where, 'employee', 'names the same employee twice', '같은 사람이 두 번 나옵니다');
    const number = seat === null ? -1 : typeof seat === 'string' ? seats.get(seat) : undefined;
    if (number === undefined) fault(where, 'seat', 'names a seat that is not in this round', '이번 배치에 없는 자리입니다');
    if (person === undefined) continue;
    named[person] = 1;
    assignment[person] = number ?? -1;
  }
  named.forEach((there, person) => {
    if (there === 0) fault(idAt(instance.employees, person), 'employee', 'is missing from the assignment', '배치 결과에 빠진 사람입니다');
  });
  const circles = cycles?.map((circle, at) => circle.map((employee) => {
    const person = people.get(employee);
    if (person === undefined) fault(`cycles[${at + 1}]`, 'employee', 'names somebody who is not in the instance', '명단에 없는 사람입니다');
    return person ?? -1;
  }));
  if (faults.length > 0) return { faults };
  const bound = prices === null ? undefined : { prices: Float64Array.from({ length: seatCount(instance) }, (_, seat) => prices[idAt(instance.seats, seat)] ?? 0) };
  return { assignment, mechanism, hash, parameters, cycles: circles, bound };
}

function numbersOf(table: IdTable): Map<string, number> {
  const numbers = new Map<string, number>();
  for (let at = 0; at < idCount(table); at++) numbers.set(idAt(table, at), at);
  return numbers;
}

function isMembers(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const NOTHING_BESIDE = { parameters: {}, cycles: null, prices: null };

/** The members that are numbers; null where there are no members at all. */
function numbers(value: unknown): Readonly<Record<string, number>> | null {
  if (!isMembers(value)) return null;
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
}

function circles(value: unknown): readonly (readonly string[])[] | null {
  return Array.isArray(value) ? value.map((circle: unknown) => (Array.isArray(circle) ? circle.map(String) : [])) : null;
}

function jsonContent(file: string): Content {
  const whole = parseJson(file);
  const printed = isMembers(whole) && isMembers(whole['assignment']);
  const members = printed ? whole['assignment'] : whole;
  if (!isMembers(members)) throw new UnreadableFile(`${file}: is no assignment / 배치 결과가 아닙니다`);
  const certificate = printed && isMembers(whole['certificate']) ? whole['certificate'] : {};
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return {
    lines: Object.entries(members).map(([employee, seat]) => ({ where: employee, employee, seat })),
    mechanism: text(certificate['mechanism']), hash: printed ? text(whole['hash']) : null,
    ...(printed ? { parameters: numbers(whole['parameters']) ?? {}, cycles: circles(whole['cycles']), prices: numbers(whole['prices']) } : NOTHING_BESIDE),
  };
}

function csvContent(file: string): Content {
  let rows: readonly { record: string[]; info: { lines: number } }[];
  try {
    // The types know the records alone, not what `info` adds.
    const parsed: unknown = parse(readFileSync(file), { bom: true, info: true, relax_column_count: true, skip_empty_lines: true });
    rows = parsed as typeof rows;
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
    throw new UnreadableFile(`${file}: cannot be read (${code}) / 파일을 읽을 수 없습니다`);
  }
  const [head, ...body] = rows;
  const employee = head?.record.indexOf('employee') ?? -1;
  const seat = head?.record.indexOf('seat') ?? -1;
  if (employee < 0 || seat < 0) throw new UnreadableFile(`${file}: needs the columns employee and seat / employee 열과 seat 열이 필요합니다`);
  return {
    lines: body.map(({ record, info }) => ({ where: `line ${info.lines}`, employee: record[employee] ?? '', seat: (record[seat] ?? '') === '' ? null : record[seat] })),
    mechanism: null, hash: null, ...NOTHING_BESIDE,
  };
}
