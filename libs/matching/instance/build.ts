import { Assembly, cellOf, HIGHEST_SCORE, type Cell } from './assembly.js';
import { finishInstance, type Built } from './finish.js';
import type { FaultTable } from './fault.js';

type Members = Readonly<Record<string, unknown>>;
/** The number of an employee by id, or -1. */
type PersonOf = (name: string) => number;

/**
 * Checks plain objects in the format `jari-instance/1` (see `InstanceInput`; parsed JSON may be handed over as it is) and
 * compiles them. All faults are returned together; an input with any fault gives no instance.
 */
export function buildInstance(input: unknown): Built {
  const assembly = new Assembly();
  const { faults } = assembly;
  if (!isMembers(input)) faults.add('instance', 0, '', 'NOT_AN_OBJECT');
  else {
    if (input['format'] !== undefined && input['format'] !== 'jari-instance/1') faults.add('instance', 0, 'format', 'UNKNOWN_FORMAT');
    const seats = rows(assembly, input, 'seats');
    const employees = rows(assembly, input, 'employees');
    seats.forEach((seat, at) => readSeat(assembly, at + 1, seat));
    assembly.hasScores = employees.some((row) => isMembers(row) && (present(row['scores']) || present(row['currentScore'])));
    employees.forEach((row, at) => readEmployee(assembly, at + 1, row));
    const index = assembly.closeEmployees();
    const personOf: PersonOf = (name) => { const { source, from, to } = cellOf(name); return index().find(source, from, to); };
    readLists(assembly, seats, personOf);
    readOrder(assembly, input['order'], personOf);
  }
  return finishInstance(assembly);
}

function readSeat(assembly: Assembly, row: number, seat: unknown): void {
  if (!isMembers(seat)) { assembly.faults.add('seats', row, '', 'NOT_AN_OBJECT'); return; }
  const capacity = seat['capacity'];
  assembly.addSeat(row, idCell(assembly, 'seats', row, seat['id']), typeof capacity === 'number' ? capacity : null);
}

function readEmployee(assembly: Assembly, row: number, employee: unknown): void {
  const { faults } = assembly;
  if (!isMembers(employee)) { faults.add('employees', row, '', 'NOT_AN_OBJECT'); return; }
  const { current, mustMove } = employee;
  if (present(current) && typeof current !== 'string') faults.add('employees', row, 'current', 'WRONG_TYPE', { expected: 'text' });
  if (present(mustMove) && typeof mustMove !== 'boolean') faults.add('employees', row, 'mustMove', 'WRONG_TYPE', { expected: 'true/false' });
  const id = idCell(assembly, 'employees', row, employee['id']);
  const currentScore = readScore(assembly, row, 'currentScore', employee['currentScore']);
  assembly.beginEmployee(row, id, typeof current === 'string' ? cellOf(current) : null, mustMove === true, currentScore);
  const wishes = listOf(assembly, 'employees', row, 'wishes', employee['wishes'] ?? null);
  const scores = present(employee['scores']) ? listOf(assembly, 'employees', row, 'scores', employee['scores']) : [];
  const reasons = present(employee['ineligible']) ? listOf(assembly, 'employees', row, 'ineligible', employee['ineligible']) : null;
  if (assembly.hasScores && scores.length !== wishes.length) {
    faults.add('employees', row, 'scores', 'SCORE_COUNT', { scores: scores.length, wishes: wishes.length });
  }
  if (reasons !== null && reasons.length !== wishes.length) {
    faults.add('employees', row, 'ineligible', 'REASON_COUNT', { reasons: reasons.length, wishes: wishes.length });
  }
  wishes.forEach((wish, at) => {
    const score = at < scores.length ? readScore(assembly, row, `scores[${at + 1}]`, scores[at] ?? 'missing') : 0;
    const reason = readReason(assembly, row, at + 1, reasons?.[at]);
    if (typeof wish !== 'string') faults.add('employees', row, `wishes[${at + 1}]`, 'WRONG_TYPE', { expected: 'text' });
    else assembly.addWish(row, at + 1, assembly.seatOf(cellOf(wish)), score, reason);
  });
  assembly.endEmployee();
}

/** The score, or -1 where there is none. */
function readScore(assembly: Assembly, row: number, field: string, value: unknown): number {
  if (!present(value)) return -1;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= HIGHEST_SCORE) return value;
  assembly.faults.add('employees', row, field, 'SCORE_RANGE');
  return -1;
}

function readReason(assembly: Assembly, row: number, position: number, code: unknown): number {
  if (!present(code)) return 0;
  if (typeof code === 'string' && code !== '') return assembly.reasonIndex(code);
  assembly.faults.add('employees', row, `ineligible[${position}]`, 'WRONG_TYPE', { expected: 'text' });
  return 0;
}

function readLists(assembly: Assembly, seats: readonly unknown[], personOf: PersonOf): void {
  const { faults } = assembly;
  assembly.hasLists = seats.some((seat) => isMembers(seat) && present(seat['priority']));
  if (!assembly.hasLists) return;
  const listedBy = new Int32Array(assembly.employees.size);
  assembly.listStart.push(0);
  seats.forEach((seat, at) => {
    if (!isMembers(seat)) return;
    if (!present(seat['priority'])) faults.add('seats', at + 1, 'priority', 'PRIORITY_MISSING');
    else if (assembly.hasScores) faults.add('seats', at + 1, 'priority', 'PRIORITY_AND_SCORES');
    const list = present(seat['priority']) ? listOf(assembly, 'seats', at + 1, 'priority', seat['priority']) : [];
    list.forEach((name, position) => {
      const person = typeof name === 'string' ? personOf(name) : -1;
      const field = `priority[${position + 1}]`;
      if (person < 0) faults.add('seats', at + 1, field, 'UNKNOWN_EMPLOYEE');
      else if (listedBy[person] === at + 1) faults.add('seats', at + 1, field, 'DUPLICATE_PRIORITY');
      else { listedBy[person] = at + 1; assembly.listPerson.push(person); }
    });
    assembly.listStart.push(assembly.listPerson.length);
  });
}

function readOrder(assembly: Assembly, order: unknown, personOf: PersonOf): void {
  if (!present(order)) return;
  assembly.hasOrder = true;
  for (const name of listOf(assembly, 'order', 0, 'order', order)) {
    assembly.order.push(typeof name === 'string' ? personOf(name) : -1);
  }
}

function rows(assembly: Assembly, input: Members, member: 'employees' | 'seats'): readonly unknown[] {
  return listOf(assembly, member, 0, member, input[member] ?? null);
}

function listOf(assembly: Assembly, table: FaultTable, row: number, field: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  assembly.faults.add(table, row, field, 'WRONG_TYPE', { expected: 'list' });
  return [];
}

function idCell(assembly: Assembly, table: FaultTable, row: number, id: unknown): Cell | null {
  if (typeof id === 'string' && id !== '') return cellOf(id);
  if (present(id) && typeof id !== 'string') assembly.faults.add(table, row, 'id', 'WRONG_TYPE', { expected: 'text' });
  return null;
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function present(value: unknown): boolean {
  return value !== undefined && value !== null;
}
