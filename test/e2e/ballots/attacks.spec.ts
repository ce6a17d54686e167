import {
  chainEntry, encryptBallot, endorse, fromBase64url, newSigningKey, signClose, signingKeyFrom, signReceipt, toBase64url, verifyBoard,
  type BallotContent, type Board, type Entry, type Receipt, type SigningKey, type VerifyOptions,
} from '#ballot-box';
import { sealBits } from '../../../libs/ballot-box/ballot/seal.js';
import { pointText, readPoint } from '../../../libs/ballot-box/groups/texts.js';
import { without } from '../../../libs/ballot-box/testing/index.js';
import { asSuperuser } from '../../support/cluster.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { BALLOT, createBallotDistrict, type BallotDistrict, type ManagerKey } from './ballot-district.js';
import { deskOf } from './ballot-trustees.js';
import { openBallot, ranking, type Booth, type OpenBallot } from './open-ballot.js';

const VOTE = ranking(0, 1, 2, 3);
const OTHER = ranking(2, 1, 0, 3);
/** Not below the order of ristretto255: the order itself, least significant byte first. */
const ORDER = toBase64url(Buffer.from('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010', 'hex'));
/** The negative of an encoding is none. */
const NEGATIVE = toBase64url(Buffer.concat([Buffer.from([1]), Buffer.alloc(31)]));

describe('attacks on a ballot, on its real parts', () => {
  let app: TestApp;
  let district: BallotDistrict;
  let ballot: OpenBallot;

  const setUp = async (more: object = {}): Promise<void> => {
    ballot = await openBallot(app, district, more);
  };
  beforeEach(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    district = await createBallotDistrict(app);
  }, 90_000);
  afterEach(() => app.dispose(), 60_000);

  const cast = async (person: ManagerKey, choice = VOTE): Promise<Receipt> => (await ballot.booth(person)).cast(choice);
  const send = async (booth: Booth, content: object): Promise<Receipt> => {
    const answer = await booth.send(await booth.envelope(content as BallotContent), content);
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const published = async (): Promise<Board> => (await district.hr.get<Board>(`/api/ballots/${ballot.id}/board`)).body;
  const close = async (): Promise<Board> => {
    await app.runJobs();
    app.clock.moveTo(BALLOT.closesAt);
    await app.runJobs();
    return published();
  };
  const faultOf = async (board: Board, options: VerifyOptions = {}) => (await verifyBoard(board, { stage: 'closed', ...options })).findings.find(({ fault }) => fault !== null)?.fault ?? null;
  /** The server's own key, as whoever runs the server can read it. */
  const boardKey = async (): Promise<SigningKey> => {
    const [row] = await asSuperuser<{ secret: Buffer }>(app.name, `SELECT secret FROM ballot_key WHERE purpose = 'BOARD'`);
    return signingKeyFrom(new Uint8Array(row!.secret));
  };
  /** The board as the server would chain and close it with other entries. */
  const chainedAnew = async (board: Board, entries: readonly Entry[]): Promise<Board> => {
    const chain: Entry[] = [];
    for (const entry of entries) chain.push(chainEntry({ head: chain.at(-1)?.hash ?? ballot.open.electionId, entries: chain.length }, without(entry, 'index', 'previous', 'hash') as Entry));
    return { ...board, entries: chain, close: signClose({ ...without(board.close!, 'format', 'signature'), head: chain.at(-1)!.hash, entries: chain.length }, await boardKey()) };
  };

  it('validity and binding: no false ballot counts, each is refused in public, and the true one after them counts', async () => {
    await setUp();
    const [ara, eun] = [await ballot.booth('ara'), await ballot.booth('eun')];
    const setting = ballot.open.setting;
    const { group, jointKey } = setting;
    const own = (): BallotContent => eun.encrypt(VOTE);
    const seal = (...bits: number[]): BallotContent => sealBits(setting, eun.credential.publicKey, bits).content;
    const others = ara.encrypt(VOTE);
    const [content, second] = [own(), own()];
    const anew = others.ciphertexts.map(({ a, b }) => {
      const r = group.randomScalar();
      return { a: pointText(group, group.add(readPoint(group, a, ''), group.multiply(group.base, r))), b: pointText(group, group.add(readPoint(group, b, ''), group.multiply(jointKey, r))) };
    });
    const elsewhere = encryptBallot({ ...setting, electionId: fromBase64url(ballot.open.spec.rollHash) }, eun.credential.publicKey, VOTE).content;
    const attacks: readonly [string, object, string][] = [
      ['a cycle', seal(1, 0, 1, 1, 1, 1), 'BAD_PROOF'],
      ['a value of two', seal(2, 1, 1, 1, 1, 1), 'BAD_PROOF'],
      ['a proof from another position', { ...content, proofs: [content.proofs[1], content.proofs[0], ...content.proofs.slice(2)] }, 'BAD_PROOF'],
      ['proofs of another statement', { ...content, proofs: second.proofs }, 'BAD_PROOF'],
      ['a copy of another\u2019s ballot', others, 'BAD_PROOF'],
      ['a copy encrypted anew', { ...others, ciphertexts: anew }, 'BAD_PROOF'],
      ['a ballot of another election', elsewhere, 'BAD_PROOF'],
      ['a point that is not canonical', { ...content, ciphertexts: [{ ...content.ciphertexts[0], a: NEGATIVE }, ...content.ciphertexts.slice(1)] }, 'MALFORMED'],
      ['a scalar that is not canonical', { ...content, proofs: [{ ...content.proofs[0], responses: [ORDER, content.proofs[0]!.responses[1]] }, ...content.proofs.slice(1)] }, 'MALFORMED'],
      ['text that a database might choke on', { text: '\u0000\ud83d\udc4d', __proto__x: null }, 'MALFORMED'],
    ];
    const receipts: Receipt[] = [];
    for (const [, attack] of attacks) receipts.push(await send(eun, attack));
    receipts.push(await eun.cast(OTHER));
    for (const person of ['ara', 'bomi', 'chan', 'dara'] as const) receipts.push(await cast(person));
    const board = await close();
    const said = new Map(board.entries.map((entry) => [entry.type === 'reissued' ? 0 : entry.intakeIndex, entry.type === 'rejected' ? entry.reason : entry.type]));
    expect(attacks.map(([name], at) => [name, said.get(at + 1)])).toEqual(attacks.map(([name, , reason]) => [name, reason]));
    expect(await faultOf(board, { receipts })).toBeNull();
    expect((await verifyBoard(board, { stage: 'closed' })).aggregate?.counted).toBe(5);
  });

  it('validity: two choices in a plurality', async () => {
    await setUp({ method: 'plurality' });
    const eun = await ballot.booth('eun');
    for (const bits of [[1, 1, 0, 0], [0, 0, 0, 0], [2, 0, 0, 0]]) await send(eun, sealBits(ballot.open.setting, eun.credential.publicKey, bits).content);
    await cast('ara', [[1]]);
    const board = await close();
    expect(board.entries.map((entry) => (entry.type === 'rejected' ? entry.reason : entry.type)).sort()).toEqual(['BAD_PROOF', 'BAD_PROOF', 'BAD_PROOF', 'ballot']);
  });

  it('dropping: a copy posted first does not block the original', async () => {
    await setUp();
    const [ara, bomi] = [await ballot.booth('ara'), await ballot.booth('bomi')];
    const content = ara.encrypt(VOTE);
    await send(bomi, content);
    await app.runJobs();
    const receipt = await send(ara, content);
    const board = await close();
    expect(board.entries.map((entry) => (entry.type === 'rejected' ? entry.reason : entry.type))).toEqual(['BAD_PROOF', 'ballot']);
    expect(await faultOf(board, { receipts: [receipt] })).toBeNull();
  });

  it('dropping: the server leaves out the last revision of a voter, whose receipt names it', async () => {
    await setUp();
    const receipts: Receipt[] = [];
    for (const person of ['ara', 'bomi', 'chan', 'dara', 'eun'] as const) receipts.push(await cast(person));
    await app.runJobs();
    const last = await cast('eun', OTHER);
    await asSuperuser(app.name, `DELETE FROM ballot_intake WHERE intake_index = ${last.intakeIndex}`);
    await asSuperuser(app.name, 'UPDATE ballot_intake_counter SET taken = taken - 1');
    const board = await close();
    expect(board.close).toMatchObject({ entries: 5, intakeCount: 5 });
    expect(await faultOf(board, { receipts })).toBeNull();
    expect(await faultOf(board, { receipts: [...receipts, last] })).toEqual({ code: 'RECEIPT_DROPPED', params: { receipt: 6, tracker: last.tracker } });
  });

  it('dropping: a valid ballot publicly rejected, or the tail of the board cut, by whoever holds the server\u2019s key; no trustee endorses it', async () => {
    await setUp();
    for (const person of ['ara', 'bomi', 'chan', 'dara', 'eun'] as const) await cast(person);
    const board = await close();
    app.clock.moveTo('2026-12-09T10:00:00Z');
    const desk = deskOf(app, ballot.open, ballot.trustees[0]!);
    for (const reason of ['BAD_PROOF', 'MALFORMED', 'BAD_SIGNATURE', 'REPLACED_CREDENTIAL'] as const) {
      const unfair = await chainedAnew(board, board.entries.map((entry, at) => (at === 2 ? { ...entry, type: 'rejected', reason } as Entry : entry)));
      expect(await faultOf(unfair)).toEqual({ code: 'REJECTION_UNFOUNDED', params: { entry: 3, reason } });
      await expect(endorse(desk, unfair)).rejects.toThrow('BOARD');
    }
    const cut = await chainedAnew(board, board.entries.slice(0, 4));
    expect(await faultOf(cut)).toMatchObject({ code: 'INTAKE_MISSING' });
    await expect(endorse(desk, cut)).rejects.toThrow('BOARD');
  });

  it('the board: flipped, dropped and reordered in the database, and a fork shown to another voter', async () => {
    await setUp();
    const receipts: Receipt[] = [];
    for (const person of ['ara', 'bomi', 'chan', 'dara', 'eun'] as const) {
      receipts.push(await cast(person));
      await app.runJobs();
    }
    const board = await close();
    expect(await faultOf(board, { receipts })).toBeNull();
    // The server publishes a board on which the second entry is another, and gives the fifth voter a receipt from it.
    const fork = await chainedAnew(board, [board.entries[0]!, board.entries[2]!, board.entries[3]!]);
    const forked = signReceipt({ ...without(receipts[4]!, 'format', 'signature'), boardHead: fork.entries[2]!.hash }, await boardKey());
    expect(await faultOf(board, { receipts: [...receipts.slice(0, 4), forked] })).toEqual({ code: 'RECEIPT_HEAD', params: { receipt: 5 } });
    expect(await faultOf(fork, { receipts: [receipts[4]] })).toMatchObject({ code: 'INTAKE_MISSING' });

    const entry = async (index: number): Promise<string> => (await asSuperuser<{ entry: string }>(app.name, `SELECT entry FROM ballot_board_entry WHERE entry_index = ${index}`))[0]!.entry;
    const put = (index: number, text: string) => asSuperuser(app.name, `UPDATE ballot_board_entry SET entry = '${text}' WHERE entry_index = ${index}`);
    const [second, third] = [await entry(2), await entry(3)];
    await put(2, second.replace('"revision":1', '"revision":2'));
    expect(await faultOf(await published())).toEqual({ code: 'ENTRY_HASH', params: { entry: 2 } });
    await put(2, third);
    await put(3, second);
    expect(await faultOf(await published())).toEqual({ code: 'ENTRY_PLACE', params: { entry: 2, found: 3 } });
    await put(2, second);
    await asSuperuser(app.name, 'DELETE FROM ballot_board_entry WHERE entry_index = 3');
    expect(await faultOf(await published())).toEqual({ code: 'ENTRY_PLACE', params: { entry: 3, found: 4 } });
  });

  it('the board: a specification changed after opening', async () => {
    await setUp();
    for (const person of ['ara', 'bomi', 'chan', 'dara', 'eun'] as const) await cast(person);
    const board = await close();
    expect(await faultOf(board)).toBeNull();
    await asSuperuser(app.name, `UPDATE ballot SET specification = replace(specification, '"quorum":3', '"quorum":0')`);
    const changed = await published();
    expect(changed.spec.quorum).toBe(0);
    expect(await faultOf(changed)).toMatchObject({ code: 'TRUSTEE_SIGNATURE' });
  });

  it('one final vote: an old revision again, or another key in the place of the voter\u2019s, put on the board by the server', async () => {
    await setUp();
    const eun = await ballot.booth('eun');
    await cast('ara');
    await eun.cast(VOTE);
    await eun.cast(OTHER);
    const board = await close();
    const first = board.entries[1]! as Extract<Entry, { type: 'ballot' }>;
    // The first vote of a voter again, as if it were the last.
    const replayed = await chainedAnew({ ...board, close: { ...board.close!, intakeCount: 4 } }, [...board.entries, { ...first, intakeIndex: 4 }]);
    expect(await faultOf(replayed)).toMatchObject({ code: 'REVISION', params: { entry: 4 } });
    const stranger = newSigningKey();
    const stolen = await chainedAnew(board, board.entries.map((one, at) => (at === 0 ? { ...one, envelope: { ...(one as typeof first).envelope, credential: stranger.publicKey } } as Entry : one)));
    expect(await faultOf(stolen)).toEqual({ code: 'ENVELOPE_INVALID', params: { entry: 1, reason: 'UNKNOWN_CREDENTIAL' } });
  });
});
