import { readFileSync } from 'node:fs';
import { readBoard, writeBoard } from '../board/board.js';
import { busyElection, RANKINGS } from '../testing/busy-election.js';
import { PlayedElection } from '../testing/election.js';
import { playKeygen } from '../testing/keygen.js';
import { faultOf } from '../testing/tampering.js';
import { CHECKS } from './findings.js';
import { verifyBoard } from './verify-board.js';

const keygen = playKeygen({ n: 3, k: 2 });
const election = busyElection(keygen);
const board = await election.tally();
const pair = <A, B>({ envelope, content }: { envelope: A; content: B }): [A, B] => [envelope, content];

describe('an honest board', () => {
  it('holds, with every check and its count', async () => {
    const { holds, findings, aggregate } = await verifyBoard(board, { receipts: election.receipts });
    expect(holds).toBe(true);
    expect(findings.map(({ check }) => check)).toEqual(CHECKS);
    expect(Object.fromEntries(findings.map(({ check, count }) => [check, count]))).toEqual({
      format: 7, specification: 1, credentials: 4, registrar: 1, 'trustee-keys': 3, 'trustee-signatures': 3, chain: 7, close: 1, intake: 6, reissues: 1, tests: 1,
      envelopes: 4, revisions: 4, proofs: 4, rejections: 1, counted: 3, endorsements: 3, shares: 2, result: 1, receipts: 5,
    });
    expect(aggregate?.counted).toBe(3);
    expect(board.result).toMatchObject({ outcome: 'ELECTED', winners: ['c1'], totals: [2, 2, 2] });
  });

  it('holds as it comes from the file, whatever the order of members', async () => {
    const text = writeBoard(board);
    expect(await faultOf(JSON.parse(text))).toBeNull();
    expect(writeBoard(readBoard(JSON.parse(text)))).toBe(text);
  });

  it('holds while open and when closed', async () => {
    expect(await faultOf(election.board(false), { stage: 'open' })).toBeNull();
    expect(await faultOf(election.board(), { stage: 'closed' })).toBeNull();
    expect(await faultOf(election.board(false), { stage: 'closed' })).toMatchObject({ code: 'NOT_CLOSED' });
    expect(await faultOf(election.board())).toMatchObject({ code: 'NO_RESULT' });
  });

  it('holds when the revisions stand out of order', async () => {
    const late = new PlayedElection({ keygen });
    const first = late.commit(1, ...pair(late.prepare(1, RANKINGS.abc)));
    const second = late.commit(1, ...pair(late.prepare(1, RANKINGS.bca)));
    second.enter();
    first.enter();
    late.cast(2, RANKINGS.bca);
    const done = await late.tally();
    expect(await faultOf(done)).toBeNull();
    // The second revision is the one that counts: B before C before A, twice.
    expect(done.result?.totals).toEqual([0, 0, 2]);
  });

  it('holds when too few voted, and nothing was decrypted', async () => {
    const few = new PlayedElection({ keygen });
    few.cast(1, RANKINGS.abc);
    const failed = await few.tally();
    expect(failed.result).toMatchObject({ outcome: 'FAILED', failure: 'QUORUM', totals: null, counted: 1 });
    expect(await faultOf(failed)).toBeNull();
    const none = new PlayedElection({ keygen });
    expect(await faultOf(await none.tally())).toBeNull();
  });
});

describe('the boards kept as vectors', () => {
  const read = (name: string): unknown => JSON.parse(readFileSync(`test/vectors/ballot/${name}.json`, 'utf8'));

  it('hold: the format has not changed', async () => {
    expect(await faultOf(read('ranking-board'), { receipts: read('ranking-receipts') as unknown[] })).toBeNull();
    const plurality = readBoard(read('plurality-p256-board'));
    expect(await faultOf(plurality)).toBeNull();
    expect(plurality.result).toMatchObject({ outcome: 'TIED', tie: { by: 'lot' } });
    expect(writeBoard(plurality)).toBe(readFileSync('test/vectors/ballot/plurality-p256-board.json', 'utf8'));
  });
});
