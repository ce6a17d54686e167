import { CsvBytes, csvFields } from './csv-bytes.js';

const whole = (pieces: readonly Uint8Array[]): string => Buffer.concat(pieces).toString();

describe('CsvBytes', () => {
  it('writes the same as strings would, across pieces', () => {
    const out = new CsvBytes();
    const pieces: Uint8Array[] = [];
    let expected = '';
    for (let value = 0; value < 120_000; value++) {
      out.count(value * 41);
      out.sign(44);
      if (value % 50_000 === 0) out.text('가나'.repeat(200_000));
      expected += `${value * 41},${value % 50_000 === 0 ? '가나'.repeat(200_000) : ''}`;
      pieces.push(...out.take());
    }
    pieces.push(...out.takeRest());
    expect(pieces.length).toBeGreaterThan(4);
    expect(whole(pieces) === expected).toBe(true);
  });

  it.each([0, 9, 10, 99, 100, 65_535, 2_147_483_647])('writes %i', (value) => {
    const out = new CsvBytes();
    out.count(value);
    expect(whole(out.takeRest())).toBe(String(value));
  });
});

it('quotes the ids that need it', () => {
  const ids = ['a', '', 'b,"c"', 'd\n'];
  const bytes = Buffer.from(ids.join(''));
  const start = Int32Array.from([0, 1, 1, 6, 8]);
  const quoted = csvFields({ bytes, start });
  expect(ids.map((_, at) => Buffer.from(quoted.bytes.subarray(quoted.start[at], quoted.start[at + 1])).toString())).toEqual(['a', '', '"b,""c"""', '"d\n"']);
  const plain = { bytes: Buffer.from('ab'), start: Int32Array.from([0, 1, 2]) };
  expect(csvFields(plain)).toBe(plain);
});
