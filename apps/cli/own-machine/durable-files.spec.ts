import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readIfThere, replaceFile, requirePrivate, writeOnce } from './durable-files.js';

const folder = mkdtempSync(join(tmpdir(), 'jari-durable-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('files of one\u2019s own', () => {
  it('are written once: the first stays, for the owner alone, and no draft is left', () => {
    const path = join(folder, 'below', 'one.json');
    expect([writeOnce(path, 'first'), writeOnce(path, 'second'), readFileSync(path, 'utf8')]).toEqual([true, false, 'first']);
    expect([statSync(path).mode & 0o777, statSync(join(folder, 'below')).mode & 0o777]).toEqual([0o600, 0o700]);
    expect(readdirSync(join(folder, 'below'))).toEqual(['one.json']);
  });

  it('are replaced as a whole', () => {
    const path = join(folder, 'two.json');
    replaceFile(path, 'first');
    replaceFile(path, 'second');
    expect([readIfThere(path), readIfThere(join(folder, 'none'))]).toEqual(['second', null]);
  });

  it('are refused when others may read them', () => {
    const path = join(folder, 'open.json');
    writeFileSync(path, '');
    chmodSync(path, 0o640);
    expect(() => { requirePrivate(path); }).toThrow('chmod 600');
    chmodSync(path, 0o600);
    expect(() => { requirePrivate(path); }).not.toThrow();
  });
});
