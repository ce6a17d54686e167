import { verifyBoard } from '#ballot-box';
import { ToolElection } from './tool-election.js';

describe('a ballot whose registrar and five trustees are processes of their own', () => {
  let election: ToolElection;
  beforeAll(async () => { election = await ToolElection.begin(); }, 120_000);
  afterAll(() => election.end(), 60_000);

  it('goes from keys to a result that a stranger recounts, one trustee being absent at the count', async () => {
    const open = await election.open();
    expect(open.spec).toMatchObject({ registrar: 'separate', n: 5, k: 3, e: 4, rollSize: 10 });
    const receipts = await election.vote(open, 10);
    expect(await election.state()).toBe('CLOSED');
    const early = await election.trustee(1, 'endorse');
    expect([early.code, early.stderr]).toEqual([1, expect.stringContaining('the checking period is not over')]);
    election.app.clock.moveTo('2026-12-09T10:00:00Z');
    await election.together('watch', [1, 2, 3, 5], '--until', 'share', '--every', '0.2');
    await election.app.runJobs();
    expect(await election.state()).toBe('TALLIED');
    const board = await election.board();
    expect(board.endorsements.map(({ trustee }) => trustee)).toEqual([1, 2, 3, 5]);
    expect((await verifyBoard(board, { receipts })).findings.filter(({ fault }) => fault !== null)).toEqual([]);
    expect(board.result).toMatchObject({ outcome: 'ELECTED', counted: 10, winners: [open.ballotOptions[0]!.id] });
    expect((await election.trustee(4, 'run')).code).toBe(0);
  }, 180_000);
});
