import { bigEndian, reversed } from '../encoding/bytes.js';
import type { Group, Point } from './group.js';
import { p256 } from './p256.js';
import { ristretto255 } from './ristretto255.js';
import { pointText, readPoint, readScalar, scalarText } from './texts.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

// RFC 9496, appendix A.1.
const MULTIPLES = [
  'e2f2ae0a6abc4e71a884a961c500515f58e30b6aa582dd8db6a65945e08d2d76',
  '6a493210f7499cd17fecb510ae0cea23a110e8d5b901f8acadd3095c73a3b919',
  '94741f5d5d52755ece4f23f044ee27d5d1ea1e2bd196b462166b16152a9d0259',
];
// RFC 9496, appendix A.2: not below p, negative, no square root, negative product, and s = −1.
const NO_ELEMENTS = [
  '00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'f3ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '01ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'ed57ffd8c914fb201471d1c3d245ce3c746fcbe63a3679d51b6a516ebebe0e20',
  '26948d35ca62e643e26a83177332e6b6afeb9d08e4268b650f1f5bbd8d81d371',
  '3eb858e78f5a7254d8c9731174a94f76755fd3941c0ac93735c07ba14579630e',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
];

describe('ristretto255', () => {
  it('has the published multiples of the generator', () => {
    expect([1n, 2n, 3n].map((k) => hex(ristretto255.encodePoint(ristretto255.multiply(ristretto255.base, k))))).toEqual(MULTIPLES);
    expect(hex(ristretto255.encodePoint(ristretto255.decodePoint(bytesOf(MULTIPLES[2]!), '')))).toBe(MULTIPLES[2]);
  });

  it.each(NO_ELEMENTS)('refuses %s', (wrong) => {
    expect(() => ristretto255.decodePoint(bytesOf(wrong), 'p')).toThrow('p: not a canonical point');
  });

  it('refuses the identity', () => expect(() => ristretto255.decodePoint(new Uint8Array(32), 'p')).toThrow('p: the identity'));

  it('takes scalars below the order, least significant byte first', () => {
    const last = reversed(bigEndian(ristretto255.order - 1n, 32));
    expect(ristretto255.decodeScalar(last, 's')).toBe(ristretto255.order - 1n);
    expect(() => ristretto255.decodeScalar(reversed(bigEndian(ristretto255.order, 32)), 's')).toThrow('s: not a canonical scalar');
  });
});

describe('P-256', () => {
  const generator = '036b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296';

  it('has the generator of the standard', () => expect(hex(p256.encodePoint(p256.base))).toBe(generator));

  it.each([
    ['uncompressed', hex(bytesOf(generator)).replace(/^03/, '04')], ['the infinity of SEC 1', '00'],
    ['x = p', '02ffffffff00000001000000000000000000000000ffffffffffffffffffffffff'],
    ['x of no point', `02${'0'.repeat(63)}1`], ['another prefix', generator.replace(/^03/, '06')], ['hybrid length', `${generator}00`],
  ])('refuses %s', (_name, wrong) => {
    expect(() => p256.decodePoint(bytesOf(wrong), 'p')).toThrow('p: not a canonical point');
  });

  it('takes scalars below the order, most significant byte first', () => {
    expect(p256.decodeScalar(bigEndian(258n, 32), '')).toBe(258n);
    expect(() => p256.decodeScalar(bigEndian(p256.order, 32), 's')).toThrow('s: not a canonical scalar');
  });
});

describe.each<Group>([ristretto255, p256])('$name', (group) => {
  const random = (): Point => group.multiplyPublic(group.base, group.randomScalar());

  it('adds what multiplication multiplies', () => {
    const [x, y] = [group.randomScalar(), group.randomScalar()];
    const point = random();
    expect(group.equals(group.multiply(point, x + y), group.add(group.multiply(point, x), group.multiplyPublic(point, y)))).toBe(true);
    expect(group.equals(group.subtract(group.multiply(point, x), group.multiply(point, y)), group.multiply(point, x - y))).toBe(true);
    expect(group.isIdentity(group.multiply(point, group.order))).toBe(true);
    expect(group.equals(group.multiply(group.prepare(random()), 0n), group.identity)).toBe(true);
    expect(group.equals(point, random())).toBe(false);
  });

  it.each([1, 2, 7, 60])('sums %i products as one by one, short scalars, zero and order − 1 among them', (count) => {
    const terms = Array.from({ length: count }, (_, at) => ({
      point: random(), scalar: at % 5 === 1 ? group.randomScalar() >> 130n : at % 5 === 2 ? 0n : at % 5 === 3 ? group.order - 1n : group.randomScalar(),
    }));
    const slow = terms.reduce((sum, { point, scalar }) => group.add(sum, group.multiplyPublic(point, scalar)), group.identity);
    expect(group.equals(group.sum(terms), slow)).toBe(true);
    expect(group.isIdentity(group.sum([...terms, { point: slow, scalar: group.order - 1n }]))).toBe(true);
  });

  it('sums nothing to the identity', () => {
    expect(group.isIdentity(group.sum([]))).toBe(true);
    expect(group.isIdentity(group.sum([{ point: group.base, scalar: 0n }]))).toBe(true);
  });

  it('reads its own texts, and no others', () => {
    const [point, scalar] = [random(), group.randomScalar()];
    expect(group.equals(readPoint(group, pointText(group, point), ''), point)).toBe(true);
    expect(readScalar(group, scalarText(group, scalar), '')).toBe(scalar);
    expect(() => readPoint(group, `${pointText(group, point)}AA`, 'p')).toThrow('p: not');
    expect(() => readScalar(group, `${scalarText(group, scalar)}AA`, 's')).toThrow('s: not');
  });

  it('decodes random bytes to an element that encodes to the same bytes, or refuses them', () => {
    let taken = 0;
    for (let trial = 0; trial < 300; trial++) {
      const bytes = crypto.getRandomValues(new Uint8Array(group.pointLength));
      if (group.name === 'p256') bytes[0] = 2 + (trial & 1);
      else { bytes[0]! &= 254; bytes[31]! &= 127; }
      let point: Point | undefined;
      try { point = group.decodePoint(bytes, 'p'); } catch (error) { expect(error).toMatchObject({ name: 'Malformed', at: 'p' }); }
      if (point !== undefined) { taken++; expect(hex(group.encodePoint(point))).toBe(hex(bytes)); }
    }
    // About half (P-256) or a quarter (ristretto255) of such strings are elements.
    expect(taken).toBeGreaterThan(30);
    expect(taken).toBeLessThan(200);
  });

  it('draws scalars that differ', () => expect(new Set(Array.from({ length: 50 }, () => group.randomScalar())).size).toBe(50));
});
