import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECKS, writeBoard } from '#ballot-box';
import { busyElection, playKeygen, tampered } from '../../../../libs/ballot-box/testing/index.js';
import { UsageError } from '../../command.js';
import { CHECK_TEXTS } from './check-texts.js';
import { ballotVerify } from './verify.command.js';

const folder = mkdtempSync(join(tmpdir(), 'jari-ballot-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '', err = '';
  const code = await ballotVerify(argv, { stdout: { write: (text) => { out += text; } }, stderr: { write: (text) => { err += text; } } });
  return { code, out, err };
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const election = busyElection(playKeygen({ n: 2, k: 1 }));
const board = await election.tally();
const good = file('good.json', writeBoard(board));

describe('jari ballot verify', () => {
  it('prints every check with its count, and the result', async () => {
    const { code, out, err } = await run(good);
    expect([code, err]).toEqual([0, '']);
    for (const check of CHECKS.filter((name) => name !== 'receipts')) expect(out).toContain(`${CHECK_TEXTS[check].en}: `);
    expect(out).toContain('entries chained by hash: 7');
    expect(out).toContain('re-issued credentials: 1');
    expect(out).toContain('rejected ballots, reason confirmed: 1');
    expect(out).toContain('ELECTED — 가');
    expect(out).toContain('Everything on this board holds.');
  });

  it('takes receipts as files, lists and folders', async () => {
    const one = file('one.json', JSON.stringify(election.receipts[0]));
    const all = file('all.json', JSON.stringify(election.receipts));
    const box = join(folder, 'box');
    mkdirSync(box);
    writeFileSync(join(box, 'r.json'), JSON.stringify(election.receipts[1]));
    expect((await run(good, '--receipts', one, all, box)).out).toContain(`receipts honoured: ${election.receipts.length + 2}`);
  });

  it('exits 1 and names the entry that was flipped, dropped or swapped', async () => {
    const flipped = tampered(board, ({ entries }) => { Object.assign(entries[3]!, { intakeIndex: 9 }); });
    const dropped = tampered(board, ({ entries }) => { entries.splice(4, 1); });
    const swapped = tampered(board, ({ entries }) => { [entries[1], entries[2]] = [entries[2]!, entries[1]!]; });
    for (const [wrong, words] of [[flipped, 'entry 4 is not what its hash says'], [dropped, 'entry 6 stands where entry 5 belongs'], [swapped, 'entry 3 stands where entry 2 belongs']] as const) {
      const { code, out } = await run(file('wrong.json', writeBoard(wrong)));
      expect(code).toBe(1);
      expect(out).toContain(words);
      expect(out).toContain('not reached');
      expect(out).toContain('This board does not hold.');
    }
    const packed = file('packed.json', JSON.stringify({ ...board, entries: [...board.entries.slice(0, 2), 'AAAA'] }));
    expect(await run(packed)).toMatchObject({ code: 1, out: expect.stringContaining('entry 3: cannot be decoded') as string });
  });

  it('names the receipt that the board cannot honour', async () => {
    const lost = file('lost.json', JSON.stringify({ ...election.receipts[0], intakeIndex: 99 }));
    const { code, out } = await run(good, '--receipts', lost);
    expect(code).toBe(1);
    expect(out).toContain(lost);
    expect(out).toContain('the receipt is not signed by the board');
  });

  it('exits 2 for what is no file, no JSON, or no command', async () => {
    expect(await run(join(folder, 'none.json'))).toMatchObject({ code: 2, out: '' });
    expect(await run(file('text.json', '{"a":'))).toMatchObject({ code: 2, err: expect.stringContaining('is not JSON') as string });
    expect(await run(file('twice.json', '{"close":null,"spec":{"quorum":1,"quorum":2}}'))).toMatchObject({ code: 2, err: expect.stringContaining('spec.quorum stands there twice') as string });
    expect(await run(good, '--receipts', join(folder, 'none.json'))).toMatchObject({ code: 2 });
    for (const words of [[], [good, good], [good, '--receipts'], [good, '--fast'], [good, '--threads', '0'], [good, '--threads']]) await expect(run(...words)).rejects.toThrow(UsageError);
    expect((await run(file('other.json', '{"format":"x"}'))).code).toBe(1);
  });
});
