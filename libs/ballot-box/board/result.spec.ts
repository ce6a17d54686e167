import { faultOf, tampered } from '../testing/tampering.js';
import { PlayedElection, type ElectionOptions } from '../testing/election.js';
import { playKeygen } from '../testing/keygen.js';
import { lotTicket } from './lot.js';
import { pairwiseTotals } from './pairwise.js';
import { decideResult } from './result.js';
import { defaultMethod, openSpec } from './spec.js';

const keygen = playKeygen({ n: 2, k: 1 });
const election = (options: ElectionOptions): PlayedElection => new PlayedElection({ keygen, ...options });

describe('each kind of ballot, from cast to result', () => {
  it('plurality of two with NOTA: NOTA wins like any option', async () => {
    const played = election({ candidates: ['가', '나'], nota: true, spec: { kind: 'plurality' } });
    [[2], [0], [2], [1]].forEach((group, at) => played.cast(at + 1, [group]));
    const board = await played.tally();
    expect(board.result).toMatchObject({ outcome: 'NONE', totals: [1, 1, 2], winners: [], order: [['nota'], ['c1', 'c2']] });
    expect(await faultOf(board)).toBeNull();
  });

  it('approval: more than half of the ballots cast, nobody approved counts as cast, NOTA has no bit', async () => {
    const played = election({ candidates: ['가', '나'], nota: true, spec: { kind: 'approval' } });
    [[[0, 1]], [[0]], [], [[0]]].forEach((choice, at) => played.cast(at + 1, choice));
    const board = await played.tally();
    expect(board.result).toMatchObject({ outcome: 'ELECTED', counted: 4, totals: [3, 1], winners: ['c1'], dropped: ['c2'] });
    expect(await faultOf(board)).toBeNull();
  });

  it('a strict ranking with NOTA: who does not beat NOTA is dropped first', async () => {
    const played = election({ candidates: ['가', '나'], nota: true });
    [[[0], [2], [1]], [[0], [2], [1]], [[1], [0], [2]]].forEach((choice, at) => played.cast(at + 1, choice));
    const board = await played.tally();
    expect(board.result).toMatchObject({ outcome: 'ELECTED', winners: ['c1'], order: [['c1'], ['nota'], ['c2']], dropped: ['c2'] });
    expect(await faultOf(board)).toBeNull();
  });

  it('a weak ranking with ties', async () => {
    const played = election({ spec: { kind: 'weak-ranking', method: 'copeland' } });
    [[[0, 1], [2]], [[1], [0, 2]], [[2, 1, 0]]].forEach((choice, at) => played.cast(at + 1, choice));
    const board = await played.tally();
    // Ordered pairs 01 02 10 12 20 21.
    expect(board.result).toMatchObject({ outcome: 'ELECTED', winners: ['c2'], totals: [0, 1, 1, 2, 0, 0] });
    expect(await faultOf(board)).toBeNull();
  });

  it('in P-256 too', async () => {
    const played = new PlayedElection({ n: 1, k: 1, candidates: ['가', '나'], spec: { group: 'p256' } });
    played.cast(1, [[0]]);
    played.cast(2, [[0]]);
    const board = await played.tally();
    expect(board.result).toMatchObject({ outcome: 'ELECTED', totals: [2, 0] });
    expect(await faultOf(board)).toBeNull();
  });
});

describe('a tie', () => {
  const tied = async (spec: ElectionOptions['spec']) => {
    const played = election({ candidates: ['가', '나'], spec: { kind: 'plurality', ...spec } });
    [0, 1].forEach((option, at) => played.cast(at + 1, [[option]]));
    return { played, board: await played.tally() };
  };

  it('goes to the mayor or a runoff, by name', async () => {
    for (const tieRule of ['mayor', 'runoff'] as const) {
      const { board } = await tied({ tieRule });
      expect(board.result).toMatchObject({ outcome: 'TIED', winners: ['c1', 'c2'], tie: { rule: tieRule, by: tieRule, chosen: null, nonces: null } });
      expect(await faultOf(board)).toBeNull();
    }
  });

  it('goes by the frozen order of seniority', async () => {
    const { board } = await tied({ tieRule: 'seniority', seniority: ['c2', 'c1'] });
    expect(board.result?.tie).toEqual({ rule: 'seniority', by: 'seniority', chosen: 'c2', nonces: null });
  });

  it('goes by lot from the nonces of all trustees, and to the mayor where one is withheld', async () => {
    const { played, board } = await tied({ tieRule: 'lot' });
    const { electionId, spec } = played.open;
    const [first, second] = ['c1', 'c2'].map((id) => lotTicket(electionId, played.lotNonces, id));
    expect(board.result?.tie).toEqual({ rule: 'lot', by: 'lot', chosen: first! < second! ? 'c1' : 'c2', nonces: played.lotNonces });
    expect(await faultOf(board)).toBeNull();
    const withheld = decideResult(played.open, 2, [1, 1], [played.lotNonces[0]!, null]);
    expect(withheld.tie).toEqual({ rule: 'lot', by: 'mayor', chosen: null, nonces: [played.lotNonces[0], null] });
    // A nonce that was not committed to counts as withheld, so nobody can choose the lot after the ballots.
    expect(decideResult(played.open, 2, [1, 1], [played.lotNonces[0]!, spec.rollHash]).tie).toMatchObject({ by: 'mayor' });
    expect(await faultOf(tampered(board, (copy) => { copy.result = { ...copy.result!, tie: { ...copy.result!.tie!, chosen: first! < second! ? 'c2' : 'c1' } }; }))).toMatchObject({ code: 'RESULT_DIFFERS', params: { member: 'tie' } });
  });
});

describe('the specification', () => {
  const { spec } = election({}).open;
  it('has its own defaults', () => {
    expect([defaultMethod(2), defaultMethod(3)]).toEqual([{ kind: 'plurality', method: 'plurality' }, { kind: 'strict-ranking', method: 'schulze' }]);
  });

  it.each([
    ['options', { options: [spec.options[0]!, spec.options[0]!] }], ['options', { options: spec.options.map((one) => ({ ...one, nota: true })) }], ['options', { kind: 'strict-ranking', options: Array.from({ length: 13 }, (_, at) => ({ ...spec.options[0]!, id: `c${at}` })) }],
    ['method', { method: 'plurality' }], ['method', { kind: 'weak-ranking', method: 'borda' }], ['method', { method: 'irv' }], ['strength', { strength: 'margins' }], ['notaRule', { notaRule: 'as-option' }],
    ['seniority', { seniority: ['c1'] }], ['seniority', { tieRule: 'seniority', seniority: ['c1', 'c1', 'c2'] }], ['lotCommitments', { tieRule: 'lot' }], ['lotCommitments', { tieRule: 'lot', lotCommitments: [spec.rollHash] }],
    ['closesAt', { closesAt: spec.opensAt }], ['quorum', { quorum: 5 }], ['minimumCast', { minimumCast: 1 }], ['n', { n: 3 }], ['e', { e: 1 }], ['k', { k: 3, e: 3 }],
    ['registrarKey', { registrarKey: spec.boardKey }], ['jointKey', { jointKey: 'A'.repeat(43) }], ['trustees[0].verificationShare', { trustees: spec.trustees.map((one) => ({ ...one, verificationShare: 'x' })) }],
    ['trustees[1].encryptionKey', { trustees: spec.trustees.map((one, at) => (at === 1 ? { ...one, encryptionKey: 'A'.repeat(43) } : one)) }], ['extra', { extra: 1 }], ['protocol', { protocol: 2 }],
  ])('is refused at %s: %j', (member, change) => {
    expect(() => openSpec({ ...spec, ...change })).toThrow(expect.objectContaining({ name: 'Malformed', at: expect.stringMatching(new RegExp(`^(spec\\.)?${member.replace(/[[\].]/g, '\\$&')}`)) as string }) as Error);
  });
});

it('reads the two halves of a pair from a strict total, by hand', () => {
  // Three ballots: 0 before 1 twice, 0 before 2 three times, 1 before 2 never.
  expect([...pairwiseTotals('strict-ranking', 3, 3, [2, 3, 0]).before]).toEqual([0, 2, 3, 1, 0, 0, 0, 3, 0]);
});
