import { bigEndian, fromBigEndian, utf8 } from './bytes.js';
import { fromBase64url, toBase64url } from './base64url.js';
import { canonicalJson } from './canonical-json.js';
import { Malformed } from './malformed.js';
import { anyJson, encoded, flag, instant, integer, list, literal, nullable, object, text } from './reader.js';

describe('base64url', () => {
  it('is the reference text of every length, and back', () => {
    for (let length = 0; length < 70; length++) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 89 + length * 7) & 255);
      expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
    }
  });

  it.each(['A', 'AB==', 'A+A', 'A/A', 'AA A', 'AAAAA', 'é', 'AB', 'AAB'])('refuses %j, which is another text or another form', (wrong) => {
    expect(() => fromBase64url(wrong, 'x')).toThrow(Malformed);
  });
});

describe('canonical JSON', () => {
  // RFC 8785, section 3.2.3: the order of names by UTF-16 code units.
  it('sorts names as RFC 8785 does', () => {
    const value = { '\u20ac': 'Euro Sign', '\r': 'Carriage Return', '\ufb33': 'Hebrew Letter Dalet With Dagesh', '1': 'One', '\ud83d\ude00': 'Emoji: Grinning Face', '\u0080': 'Control', '\u00f6': 'Latin Small Letter O With Diaeresis' };
    expect([...canonicalJson(value).matchAll(/:"([^"]*)"/g)].map(([, name]) => name)).toEqual([
      'Carriage Return', 'One', 'Control', 'Latin Small Letter O With Diaeresis', 'Euro Sign', 'Emoji: Grinning Face', 'Hebrew Letter Dalet With Dagesh']);
  });

  // RFC 8785, section 3.2.2.2.
  it('escapes as RFC 8785 does, and as little', () => {
    expect(canonicalJson('\u20ac$\u000f\nA\'B"\\\\"/\u2028\u007f')).toBe('"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/\u2028\u007f"');
  });

  it('leaves out what is undefined, and writes −0 as 0', () => {
    expect(canonicalJson({ b: [null, true, -0, -12], a: undefined, c: '가' })).toBe('{"b":[null,true,0,-12],"c":"가"}');
  });

  it.each([[0.5], [2 ** 53], [NaN], ['\ud800'], [{ '\udc00': 1 }], [10n], [new Date(0)], [() => 1], [[undefined]]])('refuses %p', (wrong) => {
    expect(() => canonicalJson(wrong)).toThrow(Malformed);
  });

  it('refuses what is nested without end', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 40; level++) deep = [deep];
    expect(() => canonicalJson(deep)).toThrow('nested too deeply');
  });
});

describe('integers as bytes', () => {
  it('go there and back, and never overflow in silence', () => {
    expect(bigEndian(258n, 4)).toEqual(Uint8Array.of(0, 0, 1, 2));
    expect(fromBigEndian(Uint8Array.of(0, 0, 1, 2))).toBe(258n);
    expect(fromBigEndian(new Uint8Array(0))).toBe(0n);
    expect(() => bigEndian(256n, 1)).toThrow(RangeError);
  });
});

describe('readers', () => {
  const read = object({ name: text(3), kind: literal('a', 'b'), many: list(integer(1, 5), { max: 2 }), key: encoded(2), note: nullable(text(9)), on: flag, at: instant, rest: anyJson(0) });
  const good = { name: '자리', kind: 'a', many: [1, 5], key: 'AAA', note: null, on: true, at: '2027-02-28T09:00:00Z', rest: { x: [1] } };

  it('take what fits, member by member', () => expect(read(good, '')).toEqual(good));

  it.each([
    [{ name: '' }, 'name'], [{ name: 'long' }, 'name'], [{ name: '\ud800' }, 'name'], [{ name: 3 }, 'name'], [{ kind: 'c' }, 'kind'],
    [{ many: [1, 6] }, 'many[1]'], [{ many: [1, 2, 3] }, 'many'], [{ many: {} }, 'many'], [{ many: [1.5] }, 'many[0]'], [{ many: ['1'] }, 'many[0]'],
    [{ key: 'AAAA' }, 'key'], [{ key: 'AAB' }, 'key'], [{ key: 7 }, 'key'], [{ note: 4 }, 'note'], [{ on: 1 }, 'on'],
    [{ at: '2027-02-29T09:00:00Z' }, 'at'], [{ at: '2027-02-28T09:00:00.000Z' }, 'at'], [{ at: '2027-02-28T09:00:00+09:00' }, 'at'], [{ at: '2027-02-28T24:00:00Z' }, 'at'],
    [{ rest: 0.5 }, 'rest'], [{ extra: 1 }, 'extra'], [{ name: undefined }, 'name'],
  ])('name the place of what does not fit: %j', (change, at) => {
    expect(() => read({ ...good, ...change }, 'e')).toThrow(expect.objectContaining({ name: 'Malformed', at: `e.${at}` }));
  });

  it('do not take members from a prototype, nor repeat a name nobody chose', () => {
    expect(() => read(Object.create(good), '')).toThrow('missing');
    expect(() => read({ ...good, 'my secret vote': 1 }, '')).toThrow('?: unknown member');
    expect(() => read([good], '')).toThrow('not an object');
  });

  it('count UTF-8, not characters, when hashing', () => expect(utf8('가')).toHaveLength(3));
});
