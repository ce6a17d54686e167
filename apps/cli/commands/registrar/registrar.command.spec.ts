import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { credentialList, credentialListHashOf, credentialOf, isSignedBy } from '#ballot-box';
import { UsageError } from '../../command.js';
import { registrarCommand } from './registrar.command.js';

const folder = mkdtempSync(join(tmpdir(), 'jari-registrar-'));
const environment = { ...process.env };
beforeEach(() => Object.assign(process.env, { JARI_PASSPHRASE: 'an invented passphrase' }));
afterEach(() => { process.env = { ...environment }; });
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '', err = '';
  const code = await registrarCommand(argv, { stdout: { write: (text) => { out += text; } }, stderr: { write: (text) => { err += text; } } });
  return { code, out, err };
}

const [home, files] = [join(folder, 'home'), join(folder, 'files')];
const BALLOT = 'ballot-1';
const VOTERS = [{ employeeNumber: '8001', name: '=가상 하나' }, { employeeNumber: '8002', name: '가상 "둘"' }];
const ROLL_HASH = 'A'.repeat(43);
/** Each opening of the key file takes scrypt's time. */
const SLOW = 60_000;

const task = (more: object = {}): void => { writeFileSync(join(files, 'registrar-task.json'), JSON.stringify({ ballotId: BALLOT, rollHash: ROLL_HASH, count: 2, voters: VOTERS, ...more })); };
const issue = (...argv: string[]) => run('issue', '--home', home, '--files', files, '--ballot', BALLOT, ...argv);
const handedIn = () => (JSON.parse(readFileSync(join(files, 'out', 'credentials.json'), 'utf8')) as { body: { registrarKey: string; signature: string; credentials: { employeeNumber: string; publicKey: string }[] } }).body;

describe('jari registrar', () => {
  beforeAll(async () => {
    process.env['JARI_PASSPHRASE'] = 'an invented passphrase';
    mkdirSync(files);
    expect((await run('init', '--home', home)).out).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}\n$/);
  }, SLOW);

  it('hands in public keys and a signature over roll and list, never a secret; the same again hands in the same', async () => {
    task();
    expect(await issue('--voters', '3')).toMatchObject({ code: 1, err: expect.stringContaining('ROLL_SIZE') as string });
    expect((await issue('--voters', '2')).code).toBe(0);
    const { registrarKey, signature, credentials } = handedIn();
    const credentialListHash = credentialListHashOf(credentialList(credentials.map(({ publicKey }) => publicKey)));
    expect(isSignedBy('registrar', { format: 'jari-registrar/1', ballotId: BALLOT, rollHash: ROLL_HASH, credentialListHash, count: 2, signature }, registrarKey)).toBe(true);
    await issue();
    expect(handedIn().credentials).toEqual(credentials);
    const letters = join(folder, 'letters.json');
    await run('letters', '--home', home, '--ballot', BALLOT, '--out', letters);
    const secrets = (JSON.parse(readFileSync(letters, 'utf8')) as { secret: string }[]).map(({ secret }) => secret);
    expect(secrets.map((secret) => credentialOf(BALLOT, secret).publicKey)).toEqual(credentials.map(({ publicKey }) => publicKey));
    for (const secret of secrets) for (const path of [join(files, 'out', 'credentials.json'), join(home, 'ballots', BALLOT, 'credentials.json')]) expect(readFileSync(path, 'utf8')).not.toContain(secret);
  }, SLOW);

  it('writes letters for the owner alone, and no formula into a spreadsheet', async () => {
    const out = join(folder, 'letters.csv');
    expect((await run('letters', '--home', home, '--ballot', BALLOT, '--out', out, '--link', 'https://a.example/booth')).code).toBe(0);
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(readFileSync(out, 'utf8')).toMatch(/^\ufeffemployeeNumber,name,secret,link\r\n"8001","'=가상 하나","[\w-]{22}","https:\/\/a\.example\/booth#[\w-]{22}"\r\n"8002","가상 ""둘""",/);
    expect(await run('letters', '--home', home, '--ballot', 'ballot-2', '--out', out)).toMatchObject({ code: 2 });
  }, SLOW);

  it('refuses a roll that has changed, and one of another ballot', async () => {
    task({ rollHash: 'B'.repeat(43) });
    expect(await issue()).toMatchObject({ code: 1, err: expect.stringContaining('ROLL_CHANGED') as string });
    task({ ballotId: 'ballot-2' });
    expect(await issue()).toMatchObject({ code: 1, err: expect.stringContaining('NO_TASK') as string });
    task({ count: 3 });
    expect(await issue()).toMatchObject({ code: 1, err: expect.stringContaining('NO_TASK') as string });
  }, SLOW);

  it('exits 2 for wrong words', async () => {
    for (const words of [[], ['vote'], ['init'], ['issue', '--home', home], ['letters', '--home', home], ['reissue', '--home', home, '--voter', '1', '--reason', 'WHIM']]) await expect(run(...words)).rejects.toThrow(UsageError);
    expect(await run('fingerprint', '--home', join(folder, 'none'))).toMatchObject({ code: 2, err: expect.stringContaining('jari registrar init') as string });
  }, SLOW);
});
