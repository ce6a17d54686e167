import { existsSync } from 'node:fs';
import {
  combineShares, credentialListHashOf, encryptBallot, newSigningKey, readBoard, signEnvelope, signRegistrarStatement, verifyBoard, type Aggregate, type Board, type DecryptionShare, type Endorsement, type OpenSpec, type Receipt, type Spec,
} from '#ballot-box';
import { BALLOT } from '../../e2e/ballots/ballot-district.js';
import { asEndorsement, ballotsOf, endorsedBy, Forger, secretsOf } from './forger.js';
import { ToolElection } from './tool-election.js';
import { letterIn, type Ran } from './tool.js';

const CHECKED = { JARI_CLOCK: '2026-12-09T10:00:00Z' };
const FIRST = [[0], [1], [2], [3]] as const;

describe('attacks on the count, with the server\u2019s keys in the attacker\u2019s hands', () => {
  let election: ToolElection;
  let open: OpenSpec;
  let forger: Forger;
  /** Ten voters, one of whom voted again at the end; still open, and closed by the server. */
  let openBoard: Board;
  let whole: Board;
  /** Of the trustees 1 to 4, over the whole board. */
  let endorsements: Endorsement[];
  /** Of the first voter's second ballot, the last that was taken. */
  let receipt: Receipt;
  let folders = 0;

  /** A trustee's tool on files alone, with a copy of its folder as it was at the close, or an own one that goes on. */
  const onFiles = async (index: number, verb: string, board: Board, more: { home?: string; clock?: string; words?: readonly string[] } = {}): Promise<{ ran: Ran; folder: string }> => {
    const folder = election.bench.files(`files-${++folders}`, { board });
    const home = more.home ?? `copy-${folders}`;
    if (more.home === undefined) election.bench.copy(`closed-${index}`, home);
    return { ran: await election.trustee(index, verb, ['--files', folder, ...more.words ?? []], more.clock === undefined ? CHECKED : { JARI_CLOCK: more.clock }, home), folder };
  };
  const refused = (code: string, words = ''): object => ({ code: 1, stderr: expect.stringMatching(new RegExp(`refused \\(${code}\\)[^]*${words}`)) as string, stdout: '' });
  const saidNothing = (folder: string): boolean => !existsSync(`${folder}/out`);
  const endorseOn = async (index: number, board: Board, home: string): Promise<Endorsement> => {
    const { ran, folder } = await onFiles(index, 'endorse', board, { home });
    if (ran.code !== 0) throw new Error(ran.stderr);
    return asEndorsement(open.electionId, index, open.spec.trustees[index - 1]!.signingKey, letterIn(folder, 'endorsement'));
  };
  const shareOn = async (index: number): Promise<DecryptionShare> => {
    const { ran, folder } = await onFiles(index, 'decrypt', { ...whole, endorsements }, { home: `endorsed-${index}` });
    if (ran.code !== 0) throw new Error(ran.stderr);
    return letterIn(folder, 'decryption-share')['share'] as DecryptionShare;
  };

  beforeAll(async () => {
    election = await ToolElection.begin();
    await election.makeKey();
    election.bench.copy('trustee-1', 'unsigned-1');
    open = await election.openSigned();
    forger = await Forger.of(election);
    const booths = await election.booths(open, 10);
    for (const booth of booths) await booth.cast(FIRST);
    receipt = await booths[0]!.cast([[2], [1], [0], [3]]);
    await election.app.runJobs();
    openBoard = readBoard(await election.board());
    election.app.clock.moveTo(BALLOT.closesAt);
    await election.app.runJobs();
    whole = readBoard(await election.board());
    election.app.clock.moveTo('2026-12-09T10:00:00Z');
    for (const index of election.indices) for (const name of ['closed', 'endorsed']) election.bench.copy(`trustee-${index}`, `${name}-${index}`);
    endorsements = await Promise.all([1, 2, 3, 4].map((index) => endorseOn(index, whole, `endorsed-${index}`)));
  }, 240_000);
  afterAll(() => election.end(), 60_000);

  describe('no early result', () => {
    it('nothing is said while the board is open, or closed before its time', async () => {
      for (const verb of ['endorse', 'decrypt']) {
        const { ran, folder } = await onFiles(1, verb, openBoard);
        expect([ran, saidNothing(folder)]).toEqual([expect.objectContaining(refused('NOT_DUE')), true]);
      }
      const early = forger.closed(openBoard, open.electionId, ballotsOf(openBoard), '2026-12-08T00:00:00Z');
      expect((await onFiles(1, 'endorse', early)).ran).toMatchObject(refused('BOARD_FAULT', 'closed before the closing time'));
    });

    it('the checking period goes by the trustee\u2019s own clock', async () => {
      const { ran, folder } = await onFiles(1, 'endorse', whole, { clock: '2026-12-09T09:59:00Z' });
      expect([ran, saidNothing(folder)]).toEqual([expect.objectContaining(refused('NOT_DUE')), true]);
    });

    it('a single ballot is never endorsed, nor any group below the minimum: nine of ten', async () => {
      for (const count of [1, 9]) {
        const { ran, folder } = await onFiles(1, 'endorse', forger.closed(whole, open.electionId, ballotsOf(whole).slice(0, count)));
        expect([ran, saidNothing(folder)]).toEqual([expect.objectContaining(refused('UNDER_THRESHOLD')), true]);
      }
    });

    it('a second sum is refused for good, though its board holds, and no share of it is given', async () => {
      const without = forger.closed(whole, open.electionId, ballotsOf(whole).slice(0, 10));
      expect((await verifyBoard(without, { stage: 'closed' })).holds).toBe(true);
      election.bench.copy('endorsed-1', 'second');
      expect(await endorseOn(1, whole, 'second')).toEqual(endorsements[0]);
      expect((await onFiles(1, 'endorse', without, { home: 'second' })).ran).toMatchObject(refused('ENDORSED_ANOTHER'));
      const other = await endorseOn(2, without, election.bench.copy('closed-2', 'other-2').split('/').pop()!);
      const cheats = [2, 3, 4, 5].map((index) => endorsedBy(index, secretsOf(election, index).keys.signing, other));
      const asked = await onFiles(1, 'decrypt', { ...without, endorsements: cheats }, { home: 'second' });
      expect([asked.ran, saidNothing(asked.folder)]).toEqual([expect.objectContaining(refused('ENDORSEMENTS_DISAGREE')), true]);
    });

    it('no share before e trustees have endorsed, whoever else signs', async () => {
      const three = endorsements.slice(0, 3);
      election.bench.copy('endorsed-1', 'early');
      expect((await onFiles(1, 'decrypt', { ...whole, endorsements: [...three, three[2]!] }, { home: 'early' })).ran).toMatchObject(refused('NOT_DUE'));
      const forged = endorsedBy(5, newSigningKey(), three[0]!);
      const { ran, folder } = await onFiles(1, 'decrypt', { ...whole, endorsements: [...three, forged] }, { home: 'early' });
      expect([ran, saidNothing(folder)]).toEqual([expect.objectContaining(refused('ENDORSEMENT_INVALID')), true]);
    });
  });

  describe('trustees', () => {
    it('two boards shown to different trustees, one of whom cheats: no sum reaches e, and whoever sees both stops for good', async () => {
      const without = forger.closed(whole, open.electionId, ballotsOf(whole).slice(0, 10));
      for (const index of [3, 4]) election.bench.copy(`closed-${index}`, `split-${index}`);
      const others = [await endorseOn(3, without, 'split-3'), await endorseOn(4, without, 'split-4')];
      const five = secretsOf(election, 5).keys.signing;
      for (const index of [1, 2]) election.bench.copy(`endorsed-${index}`, `split-${index}`);
      const one = [...endorsements.slice(0, 2), endorsedBy(5, five, endorsements[0]!)];
      const other = [...others, endorsedBy(5, five, others[0]!)];
      expect((await onFiles(1, 'decrypt', { ...whole, endorsements: one }, { home: 'split-1' })).ran).toMatchObject(refused('NOT_DUE'));
      expect((await onFiles(3, 'decrypt', { ...without, endorsements: other }, { home: 'split-3' })).ran).toMatchObject(refused('NOT_DUE'));
      // Trustee 5's other word comes to light, even after the board has dropped the first.
      expect((await onFiles(1, 'decrypt', { ...whole, endorsements: [other[2]!] }, { home: 'split-1' })).ran).toMatchObject(refused('ENDORSEMENTS_DISAGREE'));
      expect((await onFiles(1, 'decrypt', { ...whole, endorsements }, { home: 'split-1' })).ran).toMatchObject(refused('STOPPED'));
    });

    it('a board from which a voter\u2019s last ballot was dropped is not endorsed by a trustee who was given the receipt', async () => {
      const words = ['--receipts', `${election.bench.files('receipts', { first: receipt })}/first.json`];
      const without = forger.closed(whole, open.electionId, ballotsOf(whole).slice(0, 10));
      const { ran, folder } = await onFiles(1, 'endorse', without, { words });
      expect([ran, saidNothing(folder)]).toEqual([expect.objectContaining(refused('BOARD_FAULT', receipt.tracker)), true]);
      expect((await onFiles(1, 'endorse', whole, { words })).ran.code).toBe(0);
      expect((await onFiles(1, 'endorse', whole, { words: ['--receipts', 'nowhere.json'] })).ran.code).toBe(2);
    });

    it('a board whose specification was changed after it was signed is not endorsed', async () => {
      const changed = { ...whole, spec: { ...whole.spec, minimumCast: 5 } };
      expect((await onFiles(1, 'endorse', changed)).ran).toMatchObject(refused('OTHER_SPECIFICATION'));
    });
  });

  describe('stuffing', () => {
    const stuffed = (credential = newSigningKey(), signer = credential): Board => {
      const { content } = encryptBallot(open.setting, credential.publicKey, FIRST);
      const envelope = { ...signEnvelope({ electionId: open.electionId, content, revision: 1, previousTracker: null }, signer), credential: credential.publicKey };
      return forger.closed(whole, open.electionId, [...ballotsOf(whole), { type: 'ballot', intakeIndex: 12, envelope, content }]);
    };

    it('with the server\u2019s keys alone: a ballot of no credential, or unsigned, is named and nothing is endorsed', async () => {
      expect((await onFiles(1, 'endorse', stuffed())).ran).toMatchObject(refused('BOARD_FAULT', 'entry 12'));
      const voter = { ...newSigningKey(), publicKey: whole.credentials[4]! };
      expect((await onFiles(1, 'endorse', stuffed(voter, newSigningKey()))).ran).toMatchObject(refused('BOARD_FAULT', 'entry 12'));
    });

    it('with a list of credentials put in the place of the registrar\u2019s: the specification is not signed', async () => {
      const list = whole.credentials.map(() => newSigningKey().publicKey).sort();
      const asked = async (change: Partial<Spec>): Promise<Ran> => {
        const folder = election.bench.files(`files-${++folders}`, { specification: { specification: { ...whole.spec, credentialListHash: credentialListHashOf(list), ...change }, signatures: [] } });
        const ran = await election.trustee(1, 'sign-spec', ['--files', folder], {}, 'unsigned-1');
        expect(saidNothing(folder)).toBe(true);
        return ran;
      };
      expect(await asked({})).toMatchObject(refused('SETUP_FAULT', 'registrar'));
      const { ballotId, rollHash, rollSize } = whole.spec;
      const server = newSigningKey();
      const own = { registrarKey: server.publicKey, registrarSignature: signRegistrarStatement({ ballotId, rollHash, credentialListHash: credentialListHashOf(list), count: rollSize }, server) };
      expect(await asked(own)).toMatchObject(refused('NOT_COMPARED', 'registrar'));
      expect(await asked({ ...own, registrar: 'built-in' })).toMatchObject(refused('BUILT_IN'));
      const trustees = whole.spec.trustees.map((one, at) => (at === 2 ? { ...one, signingKey: server.publicKey } : one));
      expect(await asked({ credentialListHash: whole.spec.credentialListHash, trustees })).toMatchObject(refused('OTHER_TRUSTEES'));
    });
  });

  it('secrecy: k − 1 shares open nothing, k any of them everything', async () => {
    const shares = await Promise.all([1, 2, 3, 4].map((index) => shareOn(index)));
    const { aggregate } = await verifyBoard(whole, { stage: 'closed' });
    const total = (some: readonly DecryptionShare[], k = some.length): readonly number[] => combineShares(open.setting.group, aggregate as Aggregate, some, k);
    const [a, b, c, d] = shares as [DecryptionShare, DecryptionShare, DecryptionShare, DecryptionShare];
    expect(total([a, b, c])).toEqual(total([d, b, a]));
    for (const two of [[a, b], [a, c], [b, d]] as const) {
      expect(() => total(two, open.spec.k)).toThrow();
      expect(() => total(two)).toThrow(RangeError);
    }
  });

  it('with two trustees absent it fails, and nothing was decrypted', async () => {
    await election.together('run', [1, 2, 3]);
    expect(await election.trustee(1, 'decrypt')).toMatchObject(refused('NOT_DUE'));
    await election.ask('POST', `/api/ballots/${election.ballotId}/failure`, { failure: 'ENDORSEMENTS', reason: '관리인 두 명 부재' });
    expect(await election.state()).toBe('FAILED');
    const failed = await election.board();
    expect([failed.shares, failed.result]).toEqual([[], expect.objectContaining({ outcome: 'FAILED', failure: 'ENDORSEMENTS', totals: null })]);
    expect((await verifyBoard(failed)).findings.filter(({ fault }) => fault !== null)).toEqual([]);
    expect(await election.trustee(4, 'watch', ['--every', '0.2'])).toMatchObject(refused('OVER', 'FAILED'));
  });
});
