import { GrowingInt32 } from '../growing.js';
import { seededRandom } from '../lottery/lottery.js';
import { bytesBeforeSign, bytesBeforeZero, bytesOf } from './bytes.js';
import { IdIndex } from './id-index.js';
import { allIds } from './id-table.js';
import { GrowingIds } from './growing-ids.js';
import { repeatedIds } from './repeated-ids.js';

const SEPARATOR = 59;
/** Few bytes, so that ids share their beginnings; 58 differs from the separator in one bit, 0 is what words are filled up with. */
const ALPHABET = [0, 58, 60, 97, 255];

describe('IdIndex', () => {
  it('numbers ids like a map of texts, whatever their length, and finds them one by one and in lists', () => {
    const random = seededRandom('ids');
    const draw = (): number[] => Array.from({ length: random() % 14 }, () => ALPHABET[random() % ALPHABET.length]!);
    const index = new IdIndex();
    const numbers = new Map<string, number>();
    for (let round = 0; round < 3_000; round++) {
      const id = draw();
      const bytes = Uint8Array.from([9, ...id, 9]);
      const known = numbers.has(id.join());
      expect(index.add(bytes, 1, 1 + id.length)).toBe(known ? -1 : numbers.size);
      if (!known) numbers.set(id.join(), numbers.size);
      expect(index.find(bytes, 1, 1 + id.length)).toBe(numbers.get(id.join()));
    }
    expect(index.size).toBe(numbers.size);
    for (let round = 0; round < 500; round++) {
      const ids = Array.from({ length: 1 + random() % 6 }, draw);
      const cell = ids.flatMap((id, at) => (at === 0 ? id : [SEPARATOR, ...id]));
      // What stands behind the cell must not matter, nor whether anything does.
      const bytes = Uint8Array.from([97, ...cell, ...Array.from({ length: random() % 12 }, () => 97)]);
      const found = new GrowingInt32(1);
      found.push(-7);
      expect(index.findList(bytesOf(bytes), 1, 1 + cell.length, SEPARATOR, found)).toBe(ids.length);
      expect(Array.from(found.cut())).toEqual([-7, ...ids.map((id) => numbers.get(id.join()) ?? -1)]);
    }
  });

  it('gives the ids back', () => {
    const index = new IdIndex();
    for (const id of ['가나다', 'employee-0001', '']) index.add(new TextEncoder().encode(id), 0, new TextEncoder().encode(id).length);
    expect(allIds(index.table())).toEqual(['가나다', 'employee-0001', '']);
  });
});

describe('repeatedIds', () => {
  it('names every later one of equal ids like a set of texts, and no empty one', () => {
    const random = seededRandom('repeated');
    const ids = new GrowingIds();
    const known = new Set<string>();
    const expected: number[] = [];
    for (let id = 0; id < 4_000; id++) {
      const bytes = Uint8Array.from({ length: random() % 9 }, () => ALPHABET[random() % ALPHABET.length]!);
      expect(ids.push(Uint8Array.from([97, ...bytes, 97]), 1, 1 + bytes.length)).toBe(id);
      if (bytes.length > 0 && known.has(bytes.join())) expected.push(id);
      known.add(bytes.join());
    }
    expect(repeatedIds(ids.table())).toEqual(expected);
    expect(expected.length).toBeGreaterThan(100);
  });
});

describe('four bytes at a time', () => {
  it('finds the first zero and the first sign like a loop over the bytes', () => {
    const values = [0, 1, 10, 34, 44, 45, 46, 127, 128, 255];
    for (const a of values) for (const b of values) for (const c of values) for (const d of values) {
      const bytes = [a, b, c, d];
      const word = a | (b << 8) | (c << 16) | (d << 24);
      const first = (test: (byte: number) => boolean): number => { const at = bytes.findIndex(test); return at < 0 ? 4 : at; };
      if (bytesBeforeZero(word) !== first((byte) => byte === 0) || bytesBeforeSign(word) !== first((byte) => byte < 45)) throw new Error(bytes.join());
    }
    expect(bytesBeforeZero(0)).toBe(0);
  });
});
