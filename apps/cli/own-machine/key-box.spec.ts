import { KeyBox } from './key-box.js';
import { BadInput } from './problems.js';

const PASSPHRASE = 'an invented passphrase';
/** Each opening takes scrypt's time. */
const SLOW = 60_000;
const sealed = new KeyBox(PASSPHRASE).seal('kind/1', { secret: 'inside' });
const open = (text: string, holds = 'kind/1', passphrase = PASSPHRASE): unknown => new KeyBox(passphrase).open('keys.json', holds, text);
const changed = (change: (file: { kdf: Record<string, unknown> } & Record<string, unknown>) => void): string => {
  const file = JSON.parse(sealed) as { kdf: Record<string, unknown> } & Record<string, unknown>;
  change(file);
  return JSON.stringify(file);
};

describe('a sealed file', () => {
  it('opens with its passphrase alone, composed or decomposed', () => {
    expect(open(sealed)).toEqual({ secret: 'inside' });
    expect(sealed).not.toContain('inside');
    expect(() => open(sealed, 'kind/1', 'another passphrase')).toThrow(BadInput);
    const korean = new KeyBox('가상의 암호 문구'.normalize('NFD')).seal('kind/1', 1);
    expect(open(korean, 'kind/1', '가상의 암호 문구'.normalize('NFC'))).toBe(1);
  }, SLOW);

  it('is never the same twice, and shares its salt with the others of its folder', () => {
    const box = new KeyBox(PASSPHRASE);
    const [one, two] = [box.seal('kind/1', 1), box.seal('kind/1', 1)].map((text) => JSON.parse(text) as { nonce: string; sealed: string; kdf: object });
    expect(one!.nonce).not.toBe(two!.nonce);
    expect(one!.sealed).not.toBe(two!.sealed);
    expect(one!.kdf).toEqual(two!.kdf);
  }, SLOW);

  it('passes for nothing else, and shows that it was touched', () => {
    expect(() => open(sealed, 'other/1')).toThrow('not a file of this tool');
    expect(() => open(changed((file) => { file['holds'] = 'other/1'; }), 'other/1')).toThrow('damaged');
    expect(() => open(changed((file) => { file['sealed'] = `AAAA${String(file['sealed']).slice(4)}`; }))).toThrow('damaged');
    expect(() => open(changed((file) => { file['nonce'] = 'AAAAAAAAAAAAAAAA'; }))).toThrow('damaged');
    for (const text of ['', '{', '[]', 'null', '{"format":"jari-sealed-file/1"}', changed((file) => { delete file['sealed']; })]) expect(() => open(text)).toThrow(BadInput);
  }, SLOW);

  it('takes no file that would fill the memory, or none of the time', () => {
    for (const [name, value] of [['logN', 30], ['logN', 1], ['logN', '17'], ['r', 1000], ['p', 0], ['name', 'md5']] as const) {
      expect(() => open(changed((file) => { file.kdf[name] = value; }))).toThrow('not a file of this tool');
    }
  }, SLOW);
});
