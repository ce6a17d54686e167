import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ToolProcesses } from './tool-processes.js';

/** Stands where the built command does: says its words and what it knows, ends as its second word asks. */
const TOOL = `
const [, , tool, verb] = process.argv;
console.log([tool, verb, process.env.JARI_PASSPHRASE, process.env.JARI_SPEC_OF_THE_SERVER].join(' '));
console.error('last words');
if (verb === 'wait') setInterval(() => undefined, 1000);
else process.exitCode = Number(verb);
`;

describe('a tool in a process of its own', () => {
  let root: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'jari-root-'));
    mkdirSync(join(root, 'dist', 'apps', 'cli'), { recursive: true });
    writeFileSync(join(root, 'dist', 'apps', 'cli', 'main.js'), TOOL);
    process.env['JARI_SPEC_OF_THE_SERVER'] = 'known to the server';
  });
  afterAll(() => {
    delete process.env['JARI_SPEC_OF_THE_SERVER'];
    rmSync(root, { recursive: true, force: true });
  });

  it('gets its secrets by its environment, and nothing of the server', async () => {
    expect(await new ToolProcesses(root).run(['trustee', '0'], { JARI_PASSPHRASE: 'secret' })).toBe('trustee 0 secret \n');
  });

  it('fails with its last words, without its secrets', async () => {
    const failure = await new ToolProcesses(root).run(['registrar', '3'], { JARI_PASSPHRASE: 'secret' }).catch((error: unknown) => String(error));
    expect(failure).toBe('Error: jari registrar 3 ended with 3: last words');
  });

  it('is ended with the season', async () => {
    const tools = new ToolProcesses(root);
    const waiting = tools.run(['trustee', 'wait'], {});
    tools.close();
    await expect(waiting).rejects.toThrow('SIGKILL');
  });
});
