import { newOneTimeCode, oneTimeCodeHash } from './one-time-code.js';

describe('a one-time code', () => {
  const codes = Array.from({ length: 2000 }, newOneTimeCode);

  it('has three groups of five characters that cannot be mistaken for one another', () => {
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/);
  });

  it('uses all 32 characters in every place: 75 bits', () => {
    for (const place of [0, 7, 16]) expect(new Set(codes.map((code) => code[place])).size).toBe(32);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('is the same however it is typed, and another one for another account', () => {
    const hash = oneTimeCodeHash('a', '7KQ2M-XW9RB-H4TNE');
    expect(oneTimeCodeHash('a', ' 7kq2m xw9rb\th4tne ')).toBe(hash);
    expect(oneTimeCodeHash('a', '７ＫＱ２Ｍ－ＸＷ９ＲＢ－Ｈ４ＴＮＥ')).toBe(hash);
    expect(oneTimeCodeHash('b', '7KQ2M-XW9RB-H4TNE')).not.toBe(hash);
    expect(oneTimeCodeHash('a', '7KQ2M-XW9RB-H4TNF')).not.toBe(hash);
  });
});
