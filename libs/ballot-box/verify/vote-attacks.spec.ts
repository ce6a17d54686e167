import type { Entry } from '../board/entry.js';
import { signEnvelope } from '../board/envelope.js';
import { signReceipt } from '../board/statements.js';
import { newSigningKey } from '../signatures/signed.js';
import { busyElection, RANKINGS } from '../testing/busy-election.js';
import { PlayedElection } from '../testing/election.js';
import { playKeygen } from '../testing/keygen.js';
import { faultOf, rechained, tampered, without } from '../testing/tampering.js';

const keygen = playKeygen({ n: 3, k: 2 });
const election = busyElection(keygen);
const board = await election.tally();
const pair = <A, B>({ envelope, content }: { envelope: A; content: B }): [A, B] => [envelope, content];

describe('stuffing', () => {
  it('credentials that the registrar did not count, or another list', async () => {
    const more = newSigningKey().publicKey;
    expect(await faultOf(tampered(board, (copy) => { copy.credentials = [...copy.credentials, more]; }))).toEqual({ code: 'CREDENTIAL_COUNT', params: { found: 5, expected: 4 } });
    expect(await faultOf(tampered(board, (copy) => { copy.credentials = [...copy.credentials.slice(1), more]; }))).toEqual({ code: 'CREDENTIAL_LIST', params: {} });
    expect(await faultOf(tampered(board, (copy) => { copy.credentials = [copy.credentials[0]!, ...copy.credentials.slice(0, 3)]; }))).toEqual({ code: 'CREDENTIAL_TWICE', params: { slot: 2 } });
  });

  it('a list that the server signed itself', async () => {
    const forged = new PlayedElection({ keygen, spec: { registrarKey: newSigningKey().publicKey } });
    const unsigned = { ...board, spec: forged.open.spec, credentials: forged.voters.map(({ credential }) => credential.publicKey) };
    expect(await faultOf(unsigned)).toMatchObject({ code: 'REGISTRAR_SIGNATURE' });
  });

  it('a vote with a key that the server made, and a re-issue that it signed', async () => {
    const stuffed = busyElection(keygen);
    const key = newSigningKey();
    const { content } = stuffed.prepare(4, RANKINGS.abc);
    const envelope = signEnvelope({ electionId: stuffed.open.electionId, content, revision: 1, previousTracker: null }, key);
    stuffed.append({ type: 'ballot', intakeIndex: ++stuffed.intakeCount, envelope, content });
    expect(await faultOf(stuffed.board())).toEqual({ code: 'ENVELOPE_INVALID', params: { entry: 8, reason: 'UNKNOWN_CREDENTIAL' } });
    const reissued = tampered(board, ({ entries }) => { Object.assign(entries[4]!, { reissue: { ...(entries[4] as Extract<Entry, { type: 'reissued' }>).reissue, newKey: key.publicKey } }); });
    expect(await faultOf(rechained(election, reissued.entries))).toEqual({ code: 'REISSUE_SIGNATURE', params: { entry: 5 } });
  });
});

describe('one final vote', () => {
  it('the old key after a re-issue is refused, and cannot pass as a vote', async () => {
    const again = busyElection(keygen);
    const old = again.voter(2).credential;
    again.reissue(2);
    const { content } = again.prepare(2, RANKINGS.acb);
    const envelope = signEnvelope({ electionId: again.open.electionId, content, revision: 2, previousTracker: again.voter(2).tracker }, old);
    const entry = { intakeIndex: ++again.intakeCount, envelope, content };
    again.append({ type: 'rejected', ...entry, reason: 'REPLACED_CREDENTIAL' });
    expect(await faultOf(again.board(), { stage: 'closed' })).toBeNull();
    const passed = rechained(again, [...again.entries.slice(0, -1), { type: 'ballot', ...entry } as Entry]);
    expect(await faultOf(passed, { stage: 'closed' })).toEqual({ code: 'ENVELOPE_INVALID', params: { entry: 9, reason: 'REPLACED_CREDENTIAL' } });
  });

  it('two revisions of one number, and a replay of an old one', async () => {
    const twice = busyElection(keygen);
    const parallel = twice.prepare(2, RANKINGS.abc);
    twice.take(2, ...pair(twice.prepare(2, RANKINGS.acb)));
    const before = twice.entries.length;
    twice.append({ type: 'ballot', intakeIndex: ++twice.intakeCount, ...parallel });
    expect(await faultOf(twice.board(), { stage: 'closed' })).toMatchObject({ code: 'REVISION', params: { entry: before + 1 } });
    const refused = rechained(twice, [...twice.entries.slice(0, before), { type: 'rejected', intakeIndex: twice.intakeCount, ...parallel, reason: 'WRONG_REVISION' } as Entry]);
    expect(await faultOf(refused, { stage: 'closed' })).toBeNull();
  });

  it('a tested ballot is not cast', async () => {
    const tested = new PlayedElection({ keygen });
    const { envelope, content } = tested.prepare(1, RANKINGS.abc);
    tested.test(1, content);
    tested.take(1, envelope, content);
    expect(await faultOf(tested.board(), { stage: 'closed' })).toEqual({ code: 'ENVELOPE_INVALID', params: { entry: 2, reason: 'TESTED_BEFORE' } });
  });
});

describe('binding and validity, on the board', () => {
  it('a ballot copied to another credential, and content that was not signed', async () => {
    const copied = new PlayedElection({ keygen });
    const { content } = copied.prepare(1, RANKINGS.abc);
    copied.take(2, copied.sign(2, content), content);
    expect(await faultOf(copied.board(), { stage: 'closed' })).toMatchObject({ code: 'PROOF', params: { entry: 1, reason: 'BAD_PROOF' } });
    const exchanged = new PlayedElection({ keygen });
    exchanged.take(1, exchanged.prepare(1, RANKINGS.abc).envelope, content);
    expect(await faultOf(exchanged.board(), { stage: 'closed' })).toEqual({ code: 'ENVELOPE_INVALID', params: { entry: 1, reason: 'WRONG_CONTENT' } });
  });

  it('a copy posted first is refused, and the original counts all the same', async () => {
    const raced = new PlayedElection({ keygen });
    const original = raced.prepare(1, RANKINGS.bca);
    raced.take(2, raced.sign(2, original.content), original.content, 'BAD_PROOF');
    raced.take(1, original.envelope, original.content);
    raced.cast(3, RANKINGS.bca);
    const done = await raced.tally();
    expect(await faultOf(done, { receipts: raced.receipts })).toBeNull();
    expect(done.result).toMatchObject({ counted: 2, totals: [0, 0, 2] });
  });

  it('a valid ballot publicly rejected, whatever the reason given', async () => {
    for (const reason of ['BAD_PROOF', 'MALFORMED', 'WRONG_CONTENT', 'TESTED_BEFORE', 'WRONG_REVISION', 'BAD_SIGNATURE', 'UNKNOWN_CREDENTIAL', 'REPLACED_CREDENTIAL', 'WRONG_ELECTION'] as const) {
      const unfair = new PlayedElection({ keygen });
      unfair.take(1, ...pair(unfair.prepare(1, RANKINGS.abc)), reason);
      expect(await faultOf(unfair.board(), { stage: 'closed' })).toMatchObject({ code: 'REJECTION_UNFOUNDED', params: { entry: 1 } });
    }
  });

  it('a valid ballot whose content was exchanged for rubbish, so that a reason seems to hold', async () => {
    for (const reason of ['MALFORMED', 'BAD_PROOF', 'WRONG_CONTENT'] as const) {
      const unfair = new PlayedElection({ keygen });
      const receipt = unfair.take(1, unfair.prepare(1, RANKINGS.abc).envelope, reason === 'BAD_PROOF' ? unfair.prepare(2, RANKINGS.abc).content : { nonsense: true }, reason);
      const unfounded = reason === 'WRONG_CONTENT' ? null : { code: 'REJECTION_UNFOUNDED', params: { entry: 1, reason } };
      expect(await faultOf(unfair.board(), { stage: 'closed' })).toEqual(unfounded);
      // What stands there is not what was signed: an honest intake takes no such thing, so the receipt shows it.
      expect(await faultOf(unfair.board(), { stage: 'closed', receipts: [receipt] })).toEqual(unfounded ?? { code: 'RECEIPT_DROPPED', params: { receipt: 1, tracker: receipt.tracker } });
    }
  });

  it('rejections whose reason holds', async () => {
    const fair = new PlayedElection({ keygen });
    const other = new PlayedElection({ keygen });
    const good = fair.prepare(1, RANKINGS.abc);
    fair.take(1, other.prepare(1, RANKINGS.abc).envelope, good.content, 'WRONG_ELECTION');
    Object.assign(fair.voter(1), { revision: 0, tracker: null });
    fair.take(1, { ...good.envelope, signature: good.envelope.signature.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')) }, good.content, 'BAD_SIGNATURE');
    Object.assign(fair.voter(1), { revision: 0, tracker: null });
    fair.take(1, good.envelope, { nonsense: true }, 'WRONG_CONTENT');
    fair.take(1, fair.sign(1, { nonsense: 1 } as never), { nonsense: 1 }, 'MALFORMED');
    expect(await faultOf(fair.board(), { stage: 'closed' })).toBeNull();
  });
});

describe('dropping: receipts', () => {
  it('the last revision of a voter left out is named by the receipt', async () => {
    const dropping = new PlayedElection({ keygen });
    dropping.cast(1, RANKINGS.abc);
    dropping.cast(2, RANKINGS.abc);
    const { envelope, content } = dropping.prepare(1, RANKINGS.bca);
    const { receipt } = dropping.commit(1, envelope, content);
    dropping.intakeCount--;
    const silent = await dropping.tally();
    expect(await faultOf(silent)).toBeNull();
    expect(await faultOf(silent, { receipts: [dropping.receipts[0], receipt] })).toMatchObject({ code: 'RECEIPT_DROPPED', params: { receipt: 2, tracker: receipt.tracker } });
  });

  it('a first vote left out is not honoured by a second that was refused for its absence', async () => {
    const robbed = new PlayedElection({ keygen });
    const first = robbed.commit(1, ...pair(robbed.prepare(1, RANKINGS.abc)));
    const second = robbed.prepare(1, RANKINGS.bca);
    robbed.intakeCount = 0;
    const { receipt } = robbed.commit(1, second.envelope, second.content, 'WRONG_REVISION');
    robbed.append({ type: 'rejected', intakeIndex: 1, ...second, reason: 'WRONG_REVISION' });
    expect(await faultOf(robbed.board(), { stage: 'closed' })).toBeNull();
    expect(await faultOf(robbed.board(), { stage: 'closed', receipts: [first.receipt] })).toMatchObject({ code: 'RECEIPT_DROPPED', params: { receipt: 1 } });
    expect(await faultOf(robbed.board(), { stage: 'closed', receipts: [receipt] })).toMatchObject({ code: 'RECEIPT_DROPPED', params: { receipt: 1 } });
  });

  it('two forks shown to two voters: one receipt names a head that this board never had', async () => {
    const [one, other] = [busyElection(keygen), busyElection(keygen)];
    Object.assign(other, { open: one.open });
    const fork = { ...election.receipts[4]!, boardHead: other.head.head };
    expect(await faultOf(board, { receipts: [fork] })).toMatchObject({ code: 'RECEIPT_SIGNATURE' });
    const values = without(fork, 'signature', 'format');
    expect(await faultOf(board, { receipts: [signReceipt(values, election.boardKey)] })).toEqual({ code: 'RECEIPT_HEAD', params: { receipt: 1 } });
    expect(await faultOf(board, { receipts: [one.receipts[0]] })).toEqual({ code: 'RECEIPT_ELECTION', params: { receipt: 1 } });
    expect(await faultOf(board, { receipts: [{ x: 1 }] })).toEqual({ code: 'RECEIPT_MALFORMED', params: { receipt: 1 } });
  });

  it('a receipt of a refused ballot is honoured: its content stands there', async () => {
    expect(await faultOf(board, { receipts: [election.receipts.at(-1)] })).toBeNull();
  });
});
