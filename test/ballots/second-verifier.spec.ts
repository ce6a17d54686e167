import { credentialListHashOf, lotCommitmentOf, newSigningKey, openSpec, sign, signEndorsement, signEnvelope, signReceipt, writeBoard, type Board, type Choice, type Entry } from '#ballot-box';
import { readFileSync } from 'node:fs';
import { readScalar, scalarText } from '../../libs/ballot-box/groups/texts.js';
import { busyElection, damaged, playKeygen, PlayedElection, RANKINGS, rechained, tampered, without, type MutableBoard } from '../../libs/ballot-box/testing/index.js';
import { firstVerdict, python, runSecond, secondVerdict, type Verdict } from './both-verifiers.js';

const keygen = playKeygen({ n: 3, k: 2 });
const election = busyElection(keygen);
const board = await election.tally();

const both = async (value: unknown, receipts: readonly unknown[] = []): Promise<Verdict[]> => Promise.all([firstVerdict(value, receipts), secondVerdict(value, receipts)]);
const refused = (check: string, names: string | null): Verdict[] => [{ check, names }, { check, names }];

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

/** The fields of an entry that a test changes. */
type AnyEntry = { hash: string; index: number; intakeIndex: number; reason: string; type: string; content: { ciphertexts: { a: string; b: string }[]; proofs: { commitments: string[]; challenges: string[]; responses: string[] }[] }; envelope: { signature: string; revision: number } };
const entry = (copy: { entries: Entry[] }, number: number): AnyEntry => copy.entries[number - 1] as unknown as AnyEntry;
const flipped = (text: string): string => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;
const scalar = (bytes: (view: Buffer) => void): string => { const view = Buffer.alloc(32); bytes(view); return view.toString('base64url'); };
const ORDER_255 = scalar((view) => Buffer.from('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010', 'hex').copy(view));
const NEGATIVE = scalar((view) => view.writeUInt8(1, 0));
const IDENTITY = scalar(() => undefined);
const NO_ELEMENT = scalar((view) => view.fill(0xff));

/** A board whose entry 2 is a ballot that its own voter changed before signing it. */
const resigned = (change: (content: AnyEntry['content']) => void): Board => {
  const played = new PlayedElection({ keygen });
  const { content } = played.prepare(1, RANKINGS.abc);
  const other = structuredClone(content) as unknown as AnyEntry['content'];
  change(other);
  played.cast(2, RANKINGS.bca);
  played.take(1, played.sign(1, other as never), other);
  return played.board();
};

describe('both verifiers refuse the board', () => {
  const cases: Record<string, [(copy: MutableBoard) => void, string, string | null]> = {
    'an envelope flipped': [(copy) => { const at = entry(copy, 4).envelope; at.signature = flipped(at.signature); }, 'chain', 'entry 4'],
    'a ciphertext flipped': [(copy) => { const at = entry(copy, 1).content.ciphertexts[0]!; at.a = flipped(at.a); }, 'chain', 'entry 1'],
    'a hash flipped': [(copy) => { const at = entry(copy, 3); at.hash = flipped(at.hash); }, 'chain', 'entry 3'],
    'an entry dropped': [(copy) => { copy.entries.splice(2, 1); }, 'chain', 'entry 3'],
    'two entries swapped': [(copy) => { [copy.entries[1], copy.entries[2]] = [copy.entries[2]!, copy.entries[1]!]; }, 'chain', 'entry 2'],
    'an entry repeated': [(copy) => { copy.entries.splice(4, 0, copy.entries[3]!); }, 'chain', 'entry 5'],
    'two numbers exchanged': [(copy) => { [entry(copy, 1).intakeIndex, entry(copy, 3).intakeIndex] = [2, 1]; }, 'chain', 'entry 1'],
    'the tail cut': [(copy) => { copy.entries.pop(); }, 'close', null],
    'an entry of another type': [(copy) => { entry(copy, 3).type = 'packed'; }, 'format', 'entry 3'],
    'an entry with one member more': [(copy) => { Object.assign(copy.entries[5]!, { note: 1 }); }, 'format', 'entry 6'],
    'an entry with one member less': [(copy) => { copy.entries[5] = without(copy.entries[5]!, 'previous') as Entry; }, 'format', 'entry 6'],
    'a revision that is no integer': [(copy) => { entry(copy, 1).envelope.revision = 1.5; }, 'format', 'entry 1'],
    'another closing time': [(copy) => { copy.spec = { ...copy.spec, closesAt: '2027-01-05T08:00:00Z' }; }, 'trustee-signatures', 'trustee 1'],
    'another quorum': [(copy) => { copy.spec = { ...copy.spec, quorum: 0 }; }, 'trustee-signatures', 'trustee 1'],
    'a rule that does not go with the kind': [(copy) => { copy.spec = { ...copy.spec, strength: 'margins' }; }, 'specification', null],
    'one signature of a trustee short': [(copy) => { copy.specSignatures = copy.specSignatures.slice(1); }, 'trustee-signatures', null],
    'another joint key': [(copy) => { copy.spec = { ...copy.spec, jointKey: copy.spec.trustees[0]!.encryptionKey }; }, 'trustee-keys', null],
    'a credential exchanged': [(copy) => { copy.credentials = [...copy.credentials.slice(1), newSigningKey().publicKey]; }, 'credentials', null],
    'a credential twice': [(copy) => { copy.credentials = [copy.credentials[0]!, ...copy.credentials.slice(0, 3)]; }, 'credentials', 'slot 2'],
    'a credential of small order': [(copy) => { copy.credentials = [IDENTITY, ...copy.credentials.slice(1)]; }, 'format', null],
    'a list that the registrar did not sign': [(copy) => { copy.credentials = [...copy.credentials].reverse(); copy.spec = { ...copy.spec, credentialListHash: credentialListHashOf(copy.credentials) }; }, 'registrar', null],
    'a board still open': [(copy) => { copy.close = null; }, 'close', null],
    'no result': [(copy) => { copy.result = null; }, 'result', null],
    'another winner': [(copy) => { copy.result = { ...copy.result!, winners: ['c2'] }; }, 'result', null],
    'other totals': [(copy) => { copy.result = { ...copy.result!, totals: [1, 2, 2] }; }, 'result', null],
    'a lying share': [(copy) => { copy.shares = [{ ...copy.shares[0]!, factors: copy.shares[1]!.factors }, copy.shares[1]!]; }, 'shares', 'trustee 1'],
    'a lying share, signed': [(copy) => { copy.shares = [copy.shares[0]!, resign(copy.shares[1]!, copy.shares[0]!.factors)]; }, 'shares', 'trustee 2'],
    'a share twice': [(copy) => { copy.shares = [copy.shares[0]!, copy.shares[0]!]; }, 'shares', 'trustee 1'],
    'too few shares': [(copy) => { copy.shares = copy.shares.slice(1); }, 'result', null],
    'too few endorsements': [(copy) => { copy.endorsements = copy.endorsements.slice(1); }, 'shares', null],
    'an endorsement of another sum': [(copy) => { copy.endorsements = [...copy.endorsements.slice(0, 2), otherSum]; }, 'endorsements', 'trustee 3'],
    'an endorsement that is not signed': [(copy) => { copy.endorsements = [{ ...copy.endorsements[0]!, trustee: 2 }, ...copy.endorsements.slice(1)]; }, 'endorsements', 'trustee 2'],
  };
  const resign = (share: Board['shares'][number], factors: Board['shares'][number]['factors']): Board['shares'][number] => sign('decryption-share', { ...without(share, 'signature'), factors }, election.desks[1]!.keys.signing);
  const otherSum = signEndorsement({ ...without(board.endorsements[2]!, 'format', 'signature'), aggregateHash: board.spec.rollHash }, election.desks[2]!.keys.signing);

  it.each(Object.entries(cases))('%s', async (_name, [change, check, names]) => {
    expect(await both(tampered(board, change))).toEqual(refused(check, names));
  });

  it('whatever one random thing is changed', async () => {
    for (let time = 1; time <= 8; time++) {
      const { value, at } = damaged(board);
      const [first, second] = await both(value);
      expect([at, first === 'holds', second === 'holds']).toEqual([at, false, false]);
    }
  });

  it('a name repeated within an object, what is no JSON, and JSON that is no board', async () => {
    const text = writeBoard(board);
    const repeated = text.replace('"intakeIndex":1,', '"intakeIndex":2,"intakeIndex":1,');
    for (const bad of [repeated, text.slice(0, -3), '['.repeat(100_000)]) expect((await runSecond(bad)).code).toBe(2);
    for (const bad of [text.replace('"index":1,', '"index":1.25,'), '[]', 'null', '"board"']) {
      const { code, output } = await runSecond(bad);
      expect([code, /^FAULT {2}format/m.test(output)]).toEqual([1, true]);
    }
  });
});

describe('both verifiers refuse, though whoever holds the board key signed it all', () => {
  it('entries left out, taken twice, or in another order of intake', async () => {
    expect(await both(rechained(election, board.entries.slice(0, -1)))).toEqual(refused('intake', null));
    expect(await both(rechained(election, [...board.entries, board.entries[0]!]))).toEqual(refused('intake', 'entry 8'));
    const exchanged = structuredClone(board.entries) as Entry[];
    [entry({ entries: exchanged }, 1).intakeIndex, entry({ entries: exchanged }, 4).intakeIndex] = [4, 1];
    expect(await both(rechained(election, exchanged))).toEqual(refused('revisions', 'entry 4'));
  });

  it('a ballot put among the rejected, and a rejected one among the ballots', async () => {
    for (const reason of ['BAD_PROOF', 'MALFORMED', 'WRONG_CONTENT', 'TESTED_BEFORE', 'BAD_SIGNATURE', 'UNKNOWN_CREDENTIAL', 'REPLACED_CREDENTIAL', 'WRONG_ELECTION'] as const) {
      const moved = structuredClone(board.entries) as Entry[];
      Object.assign(moved[2]!, { type: 'rejected', reason });
      expect(await both(rechained(election, moved))).toEqual(refused('rejections', 'entry 3'));
    }
    const moved = structuredClone(board.entries) as Entry[];
    Object.assign(moved[2]!, { type: 'rejected', reason: 'WRONG_REVISION' });
    expect(await both(rechained(election, moved))).toEqual(refused('revisions', 'entry 3'));
    const counted = [...board.entries.slice(0, 6), { ...without(board.entries[6] as Entry & { reason: string }, 'reason'), type: 'ballot' } as Entry];
    expect(await both(rechained(election, counted))).toEqual(refused('proofs', 'entry 7'));
  });

  it('a valid ballot whose content was exchanged, with a reason that fits the new content', async () => {
    const exchanged = structuredClone(board.entries) as Entry[];
    Object.assign(exchanged[2]!, { type: 'rejected', reason: 'MALFORMED', content: { nonsense: true } });
    expect(await both(rechained(election, exchanged))).toEqual(refused('rejections', 'entry 3'));
    const played = new PlayedElection({ keygen });
    played.cast(1, RANKINGS.abc);
    played.cast(2, RANKINGS.bca);
    const receipt = played.take(3, played.prepare(3, RANKINGS.abc).envelope, { nonsense: true }, 'WRONG_CONTENT');
    const done = await played.tally();
    // Nothing on the board tells what was sent; the receipt is for a content of the signed hash.
    expect(await both(done)).toEqual(['holds', 'holds']);
    expect(await both(done, [receipt])).toEqual(refused('receipts', 'receipt 1'));
  });

  it.each<[string, (content: AnyEntry['content']) => void]>([
    ['a response of the order or more', (content) => { content.proofs[0]!.responses[0] = ORDER_255; }],
    ['a negative point', (content) => { content.ciphertexts[0]!.a = NEGATIVE; }],
    ['a point that is none', (content) => { content.ciphertexts[1]!.b = NO_ELEMENT; }],
    ['the identity', (content) => { content.proofs[0]!.commitments[1] = IDENTITY; }],
    ['an encoding with unused bits', (content) => { content.proofs[0]!.challenges[0] = `${content.proofs[0]!.challenges[0]!.slice(0, -1)}B`; }],
    ['a challenge changed', (content) => { content.proofs[1]!.challenges[0] = content.proofs[0]!.challenges[0]!; }],
    ['proofs of two positions exchanged', (content) => { [content.proofs[0], content.proofs[1]] = [content.proofs[1]!, content.proofs[0]!]; }],
    ['one proof short', (content) => { content.proofs.pop(); }],
    ['a ciphertext of another place', (content) => { content.ciphertexts[0] = content.ciphertexts[1]!; }],
  ])('a ballot with %s', async (_name, change) => {
    expect(await both(resigned(change))).toEqual(refused('proofs', 'entry 2'));
  });

  it('a false proof hidden among good ones, and two that cancel under equal weights', async () => {
    const { group } = openSpec(board.spec).setting;
    const shifted = (content: AnyEntry['content'], by: bigint): AnyEntry['content'] => {
      const copy = structuredClone(content);
      copy.proofs[0]!.responses[0] = scalarText(group, (readScalar(group, copy.proofs[0]!.responses[0]!, '') + by + group.order) % group.order);
      return copy;
    };
    for (const shifts of [[0n, 0n, 9n], [0n, 9n, -9n]]) {
      const played = new PlayedElection({ keygen });
      shifts.forEach((by, at) => {
        const content = shifted(played.prepare(at + 1, RANKINGS.abc).content as unknown as AnyEntry['content'], by);
        played.take(at + 1, played.sign(at + 1, content as never), content);
      });
      expect(await both(played.board())).toEqual(refused('proofs', `entry ${shifts.findIndex((by) => by !== 0n) + 1}`));
    }
  });

  it('a stranger\u2019s vote, a vote with a replaced key, a tested vote, a copy, an envelope over another content', async () => {
    const stuffed = new PlayedElection({ keygen });
    const vote = stuffed.prepare(1, RANKINGS.abc);
    stuffed.take(1, signEnvelope({ electionId: stuffed.open.electionId, content: vote.content, revision: 1, previousTracker: null }, newSigningKey()), vote.content);
    expect(await both(stuffed.board())).toEqual(refused('envelopes', 'entry 1'));

    const replaced = new PlayedElection({ keygen });
    const old = replaced.prepare(1, RANKINGS.abc);
    replaced.reissue(1);
    replaced.take(1, old.envelope, old.content);
    expect(await both(replaced.board())).toEqual(refused('envelopes', 'entry 2'));

    const tested = new PlayedElection({ keygen });
    const shown = tested.prepare(1, RANKINGS.abc);
    tested.test(1, shown.content);
    tested.take(1, shown.envelope, shown.content);
    expect(await both(tested.board())).toEqual(refused('envelopes', 'entry 2'));

    const copied = new PlayedElection({ keygen });
    const original = copied.prepare(1, RANKINGS.abc).content;
    copied.take(2, copied.sign(2, original), original);
    expect(await both(copied.board())).toEqual(refused('proofs', 'entry 1'));

    const exchanged = new PlayedElection({ keygen });
    exchanged.take(1, exchanged.prepare(1, RANKINGS.abc).envelope, exchanged.prepare(1, RANKINGS.bca).content);
    expect(await both(exchanged.board())).toEqual(refused('envelopes', 'entry 1'));
  });

  it('a re-issue that the registrar did not sign, or of a slot that is another\u2019s', async () => {
    for (const change of [{ newKey: newSigningKey().publicKey }, { slot: 1 }, { lastIntakeIndex: 0 }]) {
      const entries = structuredClone(board.entries) as Entry[];
      const at = entries[4] as Extract<Entry, { type: 'reissued' }>;
      entries[4] = { ...at, reissue: { ...at.reissue, ...change } };
      expect(await both(rechained(election, entries))).toEqual(refused('reissues', 'entry 5'));
    }
  });

  it('what receipts show: a ballot dropped, a fork, another board\u2019s key', async () => {
    const dropping = new PlayedElection({ keygen });
    dropping.cast(1, RANKINGS.abc);
    dropping.cast(2, RANKINGS.abc);
    const { envelope, content } = dropping.prepare(1, RANKINGS.bca);
    const { receipt } = dropping.commit(1, envelope, content);
    dropping.intakeCount--;
    const silent = await dropping.tally();
    expect(await both(silent)).toEqual(['holds', 'holds']);
    expect(await both(silent, [dropping.receipts[0], receipt])).toEqual(refused('receipts', 'receipt 2'));
    const values = without(election.receipts[4]!, 'signature', 'format');
    expect(await both(board, [signReceipt({ ...values, boardHead: envelope.ballotHash }, election.boardKey)])).toEqual(refused('receipts', 'receipt 1'));
    expect(await both(board, [signReceipt(values, newSigningKey())])).toEqual(refused('receipts', 'receipt 1'));
    expect(await both(board, [{ x: 1 }])).toEqual(refused('receipts', 'receipt 1'));
  });

  it('a vote taken away by a re-issue that reaches behind it: the receipt shows it', async () => {
    const robbed = new PlayedElection({ keygen });
    robbed.cast(1, RANKINGS.abc);
    robbed.cast(2, RANKINGS.abc);
    const { envelope, content } = robbed.prepare(3, RANKINGS.bca);
    robbed.reissue(3);
    const receipt = robbed.take(3, envelope, content, 'REPLACED_CREDENTIAL');
    Object.assign(robbed.voter(3), { revision: 0, tracker: null });
    const done = await robbed.tally();
    expect(await both(done, robbed.receipts.slice(0, 2))).toEqual(['holds', 'holds']);
    expect(await both(done, [receipt])).toEqual(refused('receipts', 'receipt 1'));
  });

  it('a lot with a nonce that was not the one committed to', async () => {
    const played = new PlayedElection({ keygen, candidates: ['가', '나'], spec: { tieRule: 'lot' } });
    played.cast(1, [[0]]);
    played.cast(2, [[1]]);
    const done = await played.tally();
    expect(openSpec(done.spec).spec.lotCommitments?.[0]).toBe(lotCommitmentOf(done.spec.ballotId, 1, played.lotNonces[0]!));
    const lied = tampered(done, (copy) => { const { tie } = copy.result!; copy.result = { ...copy.result!, tie: { ...tie!, nonces: [IDENTITY, ...tie!.nonces!.slice(1)] } }; });
    expect(await both(lied)).toEqual(refused('result', null));
  });
});
