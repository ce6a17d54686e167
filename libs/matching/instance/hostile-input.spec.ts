import { certify } from '../certificates/certify.js';
import { explain } from '../explanations/explain.js';
import { seededRandom } from '../lottery/lottery.js';
import { MechanismRefused } from '../mechanisms/mechanism.js';
import { mechanismCodes } from '../mechanisms/registry.js';
import { solve } from '../solve.js';
import { randomInput } from '../testing/random-input.js';
import { buildInstance } from './build.js';
import { CsvInstanceReader } from './csv-reader.js';
import { faultMessage } from './fault-message.js';
import type { Built } from './finish.js';

const junk: readonly unknown[] = [null, undefined, -1, 0, 1, 1.5, 2 ** 31, 65_536, Number.NaN, '', 'p1', 's1', 's2', '__proto__', true, [], {}, ['s1', 's1'], ['p1', null], [1, 2]];

/** Replaces a few members somewhere inside by something that does not belong there. */
function spoil(value: unknown, random: () => number): unknown {
  if (random() % 14 === 0) return junk[random() % junk.length];
  if (Array.isArray(value)) return value.map((item) => spoil(item, random));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, spoil(item, random)]));
}

/** Either faults that can be told in both languages, or an instance that every mechanism places and the certificate accepts. */
function answersFor(result: Built, seed: number): 'accepted' | 'refused' {
  if (!result.ok) {
    expect(result.faults.length).toBeGreaterThan(0);
    for (const fault of result.faults) for (const lang of ['ko', 'en'] as const) expect(faultMessage(fault, lang)).not.toMatch(/undefined|\{|NaN/);
    return 'refused';
  }
  for (const mechanism of mechanismCodes()) {
    try {
      const solved = solve(result.instance, mechanism, { seed });
      expect({ seed, mechanism, holds: certify(result.instance, solved.assignment, solved).holds }).toEqual({ seed, mechanism, holds: true });
      explain(result.instance, solved);
    } catch (error) {
      if (!(error instanceof MechanismRefused)) throw error;
    }
  }
  return 'accepted';
}

describe('hostile input', () => {
  it('as objects is refused with faults or placed, and never throws', () => {
    const seen = { accepted: 0, refused: 0 };
    for (let seed = 0; seed < 1_500; seed++) {
      const random = seededRandom(`spoil ${seed}`);
      const input = randomInput({ basis: (['scores', 'priority', 'lottery'] as const)[seed % 3]!, people: 1 + (seed % 4), seats: 1 + (seed % 3), mustMove: true, exclusions: true }, seed);
      seen[answersFor(buildInstance(spoil(input, seed % 5 === 0 ? () => 1 : random)), seed)]++;
    }
    expect(seen.accepted).toBeGreaterThan(200);
    expect(seen.refused).toBeGreaterThan(200);
  });

  it('as bytes is refused with faults or placed, and never throws', () => {
    const seen = { accepted: 0, refused: 0 };
    const encoder = new TextEncoder();
    for (let seed = 0; seed < 1_500; seed++) {
      const random = seededRandom(`bytes ${seed}`);
      const files = ['employee,current,currentScore,wishes,scores,mustMove\na,x,5,y,7,0\nb,,,x;y,3;4,\n"c, d",z,,x,1,1\n', 'seat,capacity,priority\nx,1,\ny,2,\n'];
      const [employees, seats] = files.map((text) => {
        const bytes = encoder.encode(text);
        for (let changes = random() % 4; changes > 0; changes--) bytes[random() % bytes.length] = [44, 59, 34, 10, 13, 48, 120, 0xff][random() % 8]!;
        return bytes;
      }) as [Uint8Array, Uint8Array];
      const reader = new CsvInstanceReader();
      reader.writeSeats(seats);
      reader.writeEmployees(employees.subarray(0, random() % employees.length));
      const result = reader.finish();
      seen[answersFor(result, seed)]++;
      const whole = new CsvInstanceReader();
      whole.writeSeats(seats);
      whole.writeEmployees(employees);
      seen[answersFor(whole.finish(), seed)]++;
    }
    expect(seen.accepted).toBeGreaterThan(200);
    expect(seen.refused).toBeGreaterThan(200);
  });
});
