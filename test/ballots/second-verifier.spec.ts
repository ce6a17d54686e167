import { readFileSync } from 'node:fs';
import type { Choice } from '#ballot-box';
import { busyElection, playKeygen, PlayedElection, RANKINGS, tampered } from '../../libs/ballot-box/testing/index.js';
import { both, firstVerdict, python, refused } from './both-verifiers.js';

const keygen = playKeygen({ n: 3, k: 2 });
const election = busyElection(keygen);
const board = await election.tally();

describe('both verifiers accept', () => {
  it('the board of a busy election, with all its receipts', async () => {
    expect(await both(board, election.receipts)).toEqual(['holds', 'holds']);
  });

  it('the published vectors', async () => {
    for (const [name, receipts] of [['ranking', ['test/vectors/ballot/ranking-receipts.json']], ['plurality-p256', []]] as const) {
      const file = `test/vectors/ballot/${name}-board.json`;
      const { code, output } = await python([file, ...(receipts.length > 0 ? ['--receipts', ...receipts] : [])]);
      expect([code, output.match(/^FAULT.*$/gm)]).toEqual([0, null]);
      expect(await firstVerdict(JSON.parse(readFileSync(file, 'utf8')))).toBe('holds');
    }
  });

  const ranked: readonly Choice[] = [[[0], [1], [2], [3]], [[1], [2], [0], [3]], [[2], [0], [1], [3]], [[3], [2], [1], [0]], [[2], [1], [0], [3]]];
  const tied: readonly Choice[] = [[[0], [1, 2]], [[1], [2, 0]], [[1], [0], [2]], [[2, 1, 0]], [[0, 1], [2]]];
  const p256 = playKeygen({ n: 2, k: 1, group: 'p256' });
  it.each([
    ...(['schulze', 'schulze-margins', 'ranked-pairs', 'copeland', 'borda'] as const).map((method, at) => ({ kind: 'strict-ranking' as const, method, nota: at % 2 === 0, votes: ranked })),
    { kind: 'strict-ranking' as const, method: 'schulze' as const, nota: false, votes: ranked },
    ...(['schulze', 'schulze-margins', 'ranked-pairs', 'copeland'] as const).map((method) => ({ kind: 'weak-ranking' as const, method, nota: true, names: ['가', '나'], votes: tied })),
    { kind: 'plurality' as const, method: 'plurality' as const, nota: true, votes: [[[0]], [[3]], [[3]], [[1]], [[3]]] },
    { kind: 'approval' as const, method: 'approval' as const, nota: true, votes: [[[0, 1]], [], [[1]], [[1, 2]], [[0]]] },
  ])('$kind by $method, NOTA $nota', async ({ kind, method, nota, votes, ...more }) => {
    const candidates = 'names' in more ? more.names : nota ? ['가', '나', '다'] : ['가', '나', '다', '라'];
    const played = new PlayedElection({ keygen, voters: 5, candidates, nota, spec: { kind, method, tieRule: 'lot' } });
    votes.forEach((vote, at) => played.cast(at + 1, vote));
    expect(await both(await played.tally())).toEqual(['holds', 'holds']);
  });

  it.each(['runoff', 'seniority', 'mayor', 'lot'] as const)('a tie by %s, in P-256', async (tieRule) => {
    const played = new PlayedElection({ keygen: p256, candidates: ['가', '나'], spec: { group: 'p256', tieRule, seniority: tieRule === 'seniority' ? ['c2', 'c1'] : null } });
    played.cast(1, [[0]]);
    played.cast(2, [[1]]);
    const done = await played.tally();
    expect(done.result?.tie?.by).toBe(tieRule);
    expect(await both(done)).toEqual(['holds', 'holds']);
    const other = tampered(done, (copy) => { copy.result = { ...copy.result!, tie: { ...copy.result!.tie!, chosen: copy.result!.tie!.chosen === 'c1' ? 'c2' : 'c1' } }; });
    expect(await both(other)).toEqual(refused('result', null));
  });

  it('elections that failed: too few voted, nobody voted, too few shares', async () => {
    const few = new PlayedElection({ keygen });
    expect(await both(await few.tally())).toEqual(['holds', 'holds']);
    few.cast(1, RANKINGS.abc);
    expect(await both(await few.tally())).toEqual(['holds', 'holds']);
    const failed = (failure: 'SHARES' | 'QUORUM' | 'DISAGREEMENT') => tampered(board, (copy) => {
      copy.shares = copy.shares.slice(1);
      copy.result = { ...copy.result!, outcome: 'FAILED', failure, totals: null, winners: [], order: [], dropped: [], tie: null };
    });
    expect(await both(failed('SHARES'))).toEqual(['holds', 'holds']);
    expect(await both(failed('QUORUM'))).toEqual(refused('result', null));
    expect(await both(failed('DISAGREEMENT'))).toEqual(refused('result', null));
  });
});
