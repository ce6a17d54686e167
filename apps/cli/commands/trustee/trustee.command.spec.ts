import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../../command.js';
import { trusteeCommand } from './trustee.command.js';

const folder = mkdtempSync(join(tmpdir(), 'jari-trustee-'));
const environment = { ...process.env };
beforeEach(() => Object.assign(process.env, { JARI_PASSPHRASE: 'an invented passphrase', JARI_PASSWORD: 'an invented password' }));
afterEach(() => { process.env = { ...environment }; });
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '', err = '';
  const code = await trusteeCommand(argv, { stdout: { write: (text) => { out += text; } }, stderr: { write: (text) => { err += text; } } });
  return { code, out, err };
}

const home = join(folder, 'home');
/** Each opening of the key file takes scrypt's time. */
const SLOW = 60_000;
const FINGERPRINT = /^([0-9a-f]{4} ){7}[0-9a-f]{4}\n$/;

/** Answers everything with one status and body. */
const serving = async (status: number, body: string, use: (url: string) => Promise<void>): Promise<void> => {
  const server: Server = createServer((_, response) => response.writeHead(status, { 'content-type': 'application/json' }).end(body));
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
  }
};

describe('jari trustee', () => {
  it('makes keys once, and tells their fingerprint to whoever knows the passphrase', async () => {
    const made = await run('init', '--home', home);
    expect([made.code, made.out]).toEqual([0, expect.stringMatching(FINGERPRINT)]);
    expect((await run('fingerprint', '--home', home)).out).toBe(made.out);
    expect(await run('init', '--home', home)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('there are keys already') as string });
    process.env['JARI_PASSPHRASE'] = 'some other passphrase';
    expect(await run('fingerprint', '--home', home)).toMatchObject({ code: 2, err: expect.stringContaining('wrong passphrase') as string });
    const text = readFileSync(join(home, 'keys.json'), 'utf8');
    expect(text).not.toMatch(/signingSecret|encryptionSecret/);
  }, SLOW);

  it('takes the passphrase from a file, and none that is short', async () => {
    delete process.env['JARI_PASSPHRASE'];
    const file = join(folder, 'passphrase');
    writeFileSync(file, 'an invented passphrase\n');
    process.env['JARI_PASSPHRASE_FILE'] = file;
    expect((await run('fingerprint', '--home', home)).code).toBe(0);
    process.env['JARI_PASSPHRASE_FILE'] = join(folder, 'none');
    expect(await run('fingerprint', '--home', home)).toMatchObject({ code: 2, err: expect.stringContaining('cannot be read (ENOENT)') as string });
    Object.assign(process.env, { JARI_PASSPHRASE: 'short' });
    expect(await run('init', '--home', join(folder, 'short'))).toMatchObject({ code: 2, err: expect.stringContaining('at least 12') as string });
  }, SLOW);

  it('exits 2 for wrong words and for what is not there', async () => {
    for (const words of [[], ['vote'], ['init'], ['init', '--home', home, '--group', 'rsa'], ['run', '--home', home], ['run', '--home', home, '--server', 'https://a.example'],
      ['watch', '--home', home, '--until', 'never'], ['fetch', '--home', home]]) await expect(run(...words)).rejects.toThrow(UsageError);
    expect(await run('fingerprint', '--home', join(folder, 'none'))).toMatchObject({ code: 2, err: expect.stringContaining('jari trustee init') as string });
    expect(await run('run', '--home', home, '--files', join(folder, 'none'))).toMatchObject({ code: 2, err: expect.stringContaining('--ballot') as string });
    const at = ['run', '--home', home, '--ballot', 'b1', '--sign-in', 'someone', '--server'];
    expect(await run(...at, 'http://elsewhere.example')).toMatchObject({ code: 2, err: expect.stringContaining('only by https') as string });
    expect(await run(...at, 'nowhere')).toMatchObject({ code: 2 });
    process.env['JARI_CLOCK'] = 'noon';
    expect(await run(...at, 'http://127.0.0.1:1')).toMatchObject({ code: 2, err: expect.stringContaining('JARI_CLOCK') as string });
  }, SLOW);

  it('tells a server out of reach from a wrong password and from a stranger', async () => {
    const at = (url: string) => ['run', '--home', home, '--ballot', 'b1', '--sign-in', 'someone', '--server', url];
    expect(await run(...at('http://127.0.0.1:1'))).toMatchObject({ code: 3, err: expect.stringContaining('out of reach') as string });
    await serving(401, JSON.stringify({ code: 'SIGN_IN_FAILED', message: { ko: '틀림', en: 'wrong' }, faults: [] }), async (url) => { expect(await run(...at(url))).toMatchObject({ code: 2, err: '틀림 / wrong\n' }); });
    await serving(503, '{}', async (url) => { expect((await run(...at(url))).code).toBe(3); });
    await serving(200, '<html>', async (url) => { expect((await run(...at(url))).code).toBe(3); });
    await serving(200, '{}', async (url) => { expect(await run(...at(url))).toMatchObject({ code: 3, err: expect.stringContaining('not a server of Jari') as string }); });
  }, SLOW);

  it('has nothing to do on files that say nothing, and refuses those of another ballot or none', async () => {
    const files = join(folder, 'files');
    mkdirSync(files);
    expect(await run('run', '--home', home, '--files', files, '--ballot', 'b1')).toMatchObject({ code: 0, out: '' });
    expect(await run('endorse', '--home', home, '--files', files, '--ballot', 'b1')).toMatchObject({ code: 1, err: expect.stringContaining('NOT_DUE') as string });
    writeFileSync(join(files, 'board.json'), '{"format":"jari-board/1"}');
    expect(await run('endorse', '--home', home, '--files', files, '--ballot', 'b1')).toMatchObject({ code: 1, err: expect.stringContaining('MALFORMED') as string });
    writeFileSync(join(files, 'board.json'), '{');
    expect(await run('endorse', '--home', home, '--files', files, '--ballot', 'b1')).toMatchObject({ code: 2 });
    expect(await run('endorse', '--home', home, '--files', files, '--ballot', '../b1')).toMatchObject({ code: 2 });
  }, SLOW);
});
