import { lotCommitmentOf, newSigningKey, openSpec, signEnvelope, signReceipt, type Board, type Entry } from '#ballot-box';
import { readScalar, scalarText } from '../../libs/ballot-box/groups/texts.js';
import { busyElection, playKeygen, PlayedElection, RANKINGS, rechained, tampered, without } from '../../libs/ballot-box/testing/index.js';
import { both, refused } from './both-verifiers.js';
import { entry, IDENTITY, NEGATIVE, NO_ELEMENT, ORDER_255, type AnyEntry } from './odd-texts.js';

const keygen = playKeygen({ n: 3, k: 2 });
const election = busyElection(keygen);
const board = await election.tally();

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
