import { faultMessage } from './fault-message.js';
import { CsvInstanceReader } from './csv-reader.js';
import type { Built } from './finish.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const SEATS = bytes('seat,capacity\nx,2\ny,1\nz,3\n');
const HEADER = 'employee,current,currentScore,wishes,scores,mustMove\r\n';

function one(employees: string, seats = SEATS): Built {
  const reader = new CsvInstanceReader();
  reader.writeSeats(seats);
  reader.writeEmployees(bytes(employees));
  return reader.finish();
}

/** The rows from `at` on by a second reader, where it may; null where it may not. */
function two(rows: string, at: number, seats = SEATS): Built | null {
  const [first, second] = [new CsvInstanceReader(), new CsvInstanceReader()];
  first.writeSeats(seats);
  first.writeEmployees(bytes(HEADER + rows.slice(0, at)));
  if (!first.isBetweenRows) return null;
  second.writeSeats(seats);
  second.writeEmployees(bytes(HEADER));
  second.writeEmployees(bytes(rows.slice(at)));
  const taken = second.takeRows();
  if (taken === null) return null;
  first.add(structuredClone(taken));
  return first.finish();
}

const lines = (built: Built | null): string[] => (built === null || built.ok ? [] : built.faults.map((fault) => faultMessage(fault, 'en')));

describe('rows of employees read by two', () => {
  const rows = 'a,x,9,y;z,1;2,\n"b ""B""",,,z,7,\n\nc,y,0,"x;z",3;4,0\nd,gone,,x;y,5;6,1\ne,x,,,,1\nf,z,65535,,,\n';

  it('make the same instance as read by one, wherever they are parted', () => {
    const whole = one(HEADER + rows);
    expect(whole.ok).toBe(true);
    const places = Array.from(rows, (_, at) => at).filter((at) => at === 0 || rows[at - 1] === '\n');
    expect(places).toHaveLength(7);
    for (const at of places) expect(two(rows, at)).toEqual(whole);
  });

  it('may be parted only where a row begins', () => {
    expect(two(rows, 5)).toBeNull();
    const quoted = 'a,x,9,y,1,\n"b\nc",y,1,x,2,\n';
    expect(two(quoted, quoted.indexOf('c"'))).toBeNull();
    expect(two(quoted, quoted.indexOf('"b'))).toEqual(one(HEADER + quoted));
  });

  it('are handed over only without a fault, and told with their own lines later', () => {
    expect(two('a,x,9,y,1,\nb,nowhere,9,y,1,\n', 11)).toBeNull();
    const unscored = 'a,x,9,y,1,\nb,,,y;z,,\na,,,y,3,\n';
    expect(lines(two(unscored, 11))).toEqual(lines(one(HEADER + unscored)));
    expect(lines(two(unscored, 11))).toHaveLength(2);
  });

  it('fit printed lists, which name people of both halves', () => {
    const seats = bytes('seat,capacity,priority\nx,1,b;a\ny,1,a;b\n');
    const listed = 'a,,,x;y,,\nb,,,x;y,,\n';
    expect(one(HEADER + listed, seats).ok).toBe(true);
    expect(two(listed, 10, seats)).toEqual(one(HEADER + listed, seats));
  });
});
