import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildBooth, type BoothManifest } from '../../../tools/booth.mjs';
import { loadBooth } from './load-booth.js';

const folder = mkdtempSync(join(tmpdir(), 'jari-booth-'));
let manifest: BoothManifest;
beforeAll(async () => { manifest = await buildBooth({ root: process.cwd(), out: folder }); });
afterAll(() => rmSync(folder, { recursive: true }));

const reading = (changes: Readonly<Record<string, (content: string) => string>> = {}) => (name: string): Promise<Buffer> => {
  const content = readFileSync(join(folder, name));
  return Promise.resolve(changes[name] === undefined ? content : Buffer.from(changes[name](content.toString('utf8'))));
};

it('loads the booth as it was built', async () => {
  const { pin, files } = await loadBooth(reading());
  expect(pin).toBe(manifest.pin);
  expect(Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256]))).toEqual(Object.fromEntries(Object.entries(manifest.files).map(([name, { sha256 }]) => [name, sha256])));
});

it.each(['index.html', 'booth.js', 'booth.css', 'check.html', 'check.js'])('refuses a changed %s', async (name) => {
  await expect(loadBooth(reading({ [name]: (content) => `${content} ` }))).rejects.toThrow('npm run build');
});

it('refuses another pin', async () => {
  await expect(loadBooth(reading({ 'booth.json': (content) => content.replace(manifest.pin, '0'.repeat(64)) }))).rejects.toThrow('npm run build');
});
