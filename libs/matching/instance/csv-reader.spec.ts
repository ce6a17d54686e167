import { allIds } from '../ids/id-table.js';
import { randomInput } from '../testing/random-input.js';
import { built } from '../testing/run.js';
import { CsvInstanceReader } from './csv-reader.js';
import type { Built } from './finish.js';
import type { InstanceInput } from './input.js';

const encoder = new TextEncoder();

/** Hands the files over in pieces of `piece` bytes from one buffer that is filled anew each time, as a file reader does. */
function read(employees: string | Uint8Array, seats: string | Uint8Array, piece = 1 << 16): Built {
  const reader = new CsvInstanceReader();
  const buffer = Buffer.alloc(piece);
  const feed = (content: string | Uint8Array, write: (chunk: Uint8Array) => void): void => {
    const bytes = typeof content === 'string' ? encoder.encode(content) : content;
    for (let at = 0; at < bytes.length; at += piece) {
      const part = bytes.subarray(at, at + piece);
      buffer.set(part);
      write(buffer.subarray(0, part.length));
    }
  };
  feed(seats, (chunk) => reader.writeSeats(chunk));
  feed(employees, (chunk) => reader.writeEmployees(chunk));
  return reader.finish();
}

function faults(employees: string | Uint8Array, seats: string | Uint8Array): string[] {
  const result = read(employees, seats);
  return result.ok ? [] : result.faults.map((fault) => `${fault.table} ${fault.row} ${fault.field} ${fault.code}`);
}

function toCsv(input: InstanceInput): { employees: string; seats: string } {
  const quote = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return {
    employees: ['employee,current,currentScore,wishes,scores,mustMove', ...input.employees.map((one) => [one.id, one.current ?? '', one.currentScore ?? '', one.wishes.join(';'), one.scores?.join(';') ?? '', one.mustMove === true ? 1 : 0].map((cell) => quote(String(cell))).join(','))].join('\r\n'),
    seats: ['seat,capacity,priority', ...input.seats.map((seat) => [seat.id, seat.capacity, seat.priority?.join(';') ?? ''].map((cell) => quote(String(cell))).join(','))].join('\n') + '\n',
  };
}

describe('CsvInstanceReader', () => {
  it.each([1, 7, 64, 65_536])('reads the same instance as from objects, in pieces of %i bytes', (piece) => {
    for (let seed = 0; seed < 40; seed++) {
      const input = randomInput({ basis: seed % 2 === 0 ? 'scores' : 'priority', people: 12, seats: 5, mustMove: true }, seed);
      delete input.order;
      for (const employee of input.employees) employee.id = [`${employee.id}`, `"${employee.id}", 직원`, `line\n${employee.id}`][seed % 3]!;
      for (const seat of input.seats) seat.priority = seat.priority?.map((id) => [`${id}`, `"${id}", 직원`, `line\n${id}`][seed % 3]!);
      // A column of scores that nobody filled in is no score at all.
      if (!input.employees.some((one) => (one.scores?.length ?? 0) > 0 || typeof one.currentScore === 'number')) continue;
      const csv = toCsv(input);
      const result = read(csv.employees, csv.seats, piece);
      if (!result.ok) throw new Error(JSON.stringify(result.faults));
      expect(result.instance).toEqual(built(input));
    }
  });

  it('finds bytes that are no UTF-8 within quotation marks too', () => {
    const reader = new CsvInstanceReader();
    reader.writeSeats(Buffer.from('seat,capacity\ns1,1\n'));
    reader.writeEmployees(Buffer.concat([Buffer.from('employee,wishes\n"a'), Buffer.of(0xff), Buffer.from('",s1\n')]));
    expect(reader.finish()).toMatchObject({ ok: false, faults: [{ table: 'employees', row: 2, field: 'id', code: 'BAD_TEXT' }] });
  });

  it('takes a byte order mark, columns in any order, unknown columns, blank lines and no last line end', () => {
    const result = read('\ufeffwishes,colour,employee\ny;x,red,a\n\n,blue,b', 'capacity,seat\r\n1,x\r\n\r\n2,y\r\n');
    if (!result.ok) throw new Error(JSON.stringify(result.faults));
    expect(result.instance.basis).toBe('lottery');
    expect([...result.instance.wishSeat]).toEqual([1, 0]);
    expect(allIds(result.instance.employees)).toEqual(['a', 'b']);
    expect([...result.instance.capacity]).toEqual([1, 2]);
  });

  it.each<[string, string, string, string[]]>([
    ['empty files', '', '', ['seats 1 seat MISSING_COLUMN', 'employees 1 employee MISSING_COLUMN']],
    ['missing and doubled columns', 'employee,employee\na,b', 'seat\nx', ['seats 1 capacity MISSING_COLUMN', 'employees 1 employee DUPLICATE_COLUMN', 'employees 1 wishes MISSING_COLUMN', 'seats 2 capacity BAD_CAPACITY']],
    ['rows of another width', 'employee,wishes\na\nb,x,y', 'seat,capacity\nx,1', ['employees 2  FIELD_COUNT', 'employees 3  FIELD_COUNT']],
    ['wrong cells', 'employee,current,currentScore,wishes,scores,mustMove\n,q,1x,x;;z;x,1;70000;3;4,2\na,,,x,1;2,\nb,,,x,,\nc,x,,x,1,1', 'seat,capacity\nx,-1\nx,1.5\n,\ny,2147483648', [
      'seats 2 capacity BAD_CAPACITY', 'seats 3 id DUPLICATE_ID', 'seats 3 capacity BAD_CAPACITY', 'seats 4 id ID_MISSING', 'seats 4 capacity BAD_CAPACITY', 'seats 5 capacity BAD_CAPACITY',
      'employees 2 mustMove WRONG_TYPE', 'employees 2 currentScore SCORE_RANGE', 'employees 2 id ID_MISSING', 'employees 2 current UNKNOWN_SEAT', 'employees 2 scores[2] SCORE_RANGE',
      'employees 2 wishes[2] UNKNOWN_SEAT', 'employees 2 wishes[3] UNKNOWN_SEAT', 'employees 2 wishes[4] DUPLICATE_WISH', 'employees 3 scores SCORE_COUNT', 'employees 5 wishes[1] WISH_FOR_OLD_SEAT', 'employees 4 scores SCORE_COUNT']],
    ['too many holders', 'employee,current,wishes\na,x,\nb,x,', 'seat,capacity\nx,1', ['seats 2 capacity HOLDERS_ABOVE_CAPACITY']],
    ['lists', 'employee,wishes\na,x', 'seat,capacity,priority\nx,1,a;stranger;a', ['seats 2 priority[2] UNKNOWN_EMPLOYEE', 'seats 2 priority[3] DUPLICATE_PRIORITY']],
    ['lists beside scores', 'employee,wishes,scores\na,x,1', 'seat,capacity,priority\nx,1,a', ['seats 2 priority PRIORITY_AND_SCORES']],
    ['quotation marks', 'employee,wishes\n"a"b,x\nc"d,x\n"e,x', 'seat,capacity\nx,1', ['employees 2  UNCLOSED_QUOTE', 'employees 3  UNCLOSED_QUOTE', 'employees 4  UNCLOSED_QUOTE']],
  ])('reports every fault of %s by line', (_, employees, seats, expected) => {
    expect(faults(employees, seats).sort()).toEqual([...expected].sort());
  });

  it('counts lines through quoted line ends', () => {
    expect(faults('employee,wishes\n"a\nb",x\nc,nowhere', 'seat,capacity\nx,1')).toEqual(['employees 4 wishes[1] UNKNOWN_SEAT']);
  });

  it('refuses ids in another encoding instead of storing garbage', () => {
    expect(faults(Uint8Array.from([...encoder.encode('employee,wishes\n'), 0xb1, 0xe8, 44]), 'seat,capacity\nx,1')).toEqual(['employees 2 id BAD_TEXT']);
  });

  it('tells apart ids that share their first bytes, and long ones from short ones', () => {
    const ids = ['a', 'aa', 'aaaaaaaa', 'aaaaaaaab', 'aaaaaaaac', 'aaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaab', '\u0000a', '\u0000'];
    const result = read(`employee,wishes\n${ids.map((id) => `${id},${id}`).join('\n')}`, `seat,capacity\n${ids.map((id) => `${id},1`).join('\n')}`);
    if (!result.ok) throw new Error(JSON.stringify(result.faults));
    expect([...result.instance.wishSeat]).toEqual(ids.map((_, at) => at));
    expect(allIds(result.instance.seats)).toEqual(ids);
  });
});
