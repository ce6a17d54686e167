import { checkDecryptionShare, credentialOf, encryptBallot, lotCommitmentOf, makeDecryptionShare, openKeyShare, releaseShare, signEnvelope, verifyBoard, type Endorsed, type OpenSpec, type TrusteeDesk } from '#ballot-box';
import { readdirSync, statSync } from 'node:fs';
import { asSuperuser } from '../../support/cluster.js';
import { BALLOT } from '../../e2e/ballots/ballot-district.js';
import { secretsOf } from './forger.js';
import { Ledger } from '../../../apps/cli/commands/registrar/ledger.js';
import { PASSPHRASE, ToolElection } from './tool-election.js';
import { mustEnd } from './tool.js';

const FIRST = [[0], [1], [2], [3]] as const;

/** One election on the real API, told in the order of its days; the registrar and five trustees are processes of their own. */
describe('a ballot whose registrar and five trustees are processes of their own', () => {
  let election: ToolElection;
  let open: OpenSpec;
  beforeAll(async () => { election = await ToolElection.begin({ tieRule: 'lot' }); }, 120_000);
  afterAll(() => election.end(), 60_000);

  it('is opened by them', async () => {
    open = await election.open();
    expect(await election.state()).toBe('OPEN');
    expect(open.spec).toMatchObject({ registrar: 'separate', n: 5, k: 3, e: 4, rollSize: 10 });
    const ballot = readdirSync(election.bench.at('trustee-1', 'ballots', election.ballotId)).find((name) => name.length === 43)!;
    expect(readdirSync(election.bench.at('trustee-1', 'ballots', election.ballotId, ballot)).sort()).toEqual(['setup.json', 'share.json', 'shares.json']);
    for (const names of [['keys.json'], ['ballots', election.ballotId, ballot, 'share.json']]) expect(statSync(election.bench.at('trustee-1', ...names)).mode & 0o777).toBe(0o600);
  }, 120_000);

  it('cannot be stuffed with the registrar\u2019s keys alone: whoever knows a voter\u2019s secret has not the voter\u2019s session', async () => {
    const [, letter] = await election.letters();
    const credential = credentialOf(election.ballotId, letter!.secret);
    expect(letter!.link).toBe(`https://district.example/booth#${letter!.secret}`);
    const { content } = encryptBallot(open.setting, credential.publicKey, FIRST);
    const envelope = signEnvelope({ electionId: open.electionId, content, revision: 1, previousTracker: null }, credential);
    const path = `/api/me/ballots/${election.ballotId}/votes`;
    const auditor = await election.app.signInAs(election.district.context.organizationId, 'AUDITOR');
    expect((await auditor.post(path, { envelope, content })).status).toBe(403);
    expect(await (await election.voter('8001')).post(path, { envelope, content })).toMatchObject({ status: 403, body: { code: 'NOT_YOUR_CREDENTIAL' } });
    expect((await election.board()).entries).toEqual([]);
  });

  it('replaces a lost credential in its slot', async () => {
    const [lost] = await election.letters();
    const [before] = await election.booths(open, 1);
    await before!.cast(FIRST);
    await election.app.runJobs();
    mustEnd(0, await election.registrar('reissue', '--voter', '8001', '--reason', 'LOST'));
    const content = before!.encrypt(FIRST);
    expect(await before!.send(await before!.envelope(content), content)).toMatchObject({ status: 403, body: { code: 'NOT_YOUR_CREDENTIAL' } });
    const [after] = await election.booths(open, 1);
    expect(await after!.cast(FIRST)).toMatchObject({ revision: 2 });
    // The registrar's machine stopped before it had noted that the server took the new key: it goes on with the same one.
    const ledger = Ledger.open(election.bench.at('registrar'), PASSPHRASE);
    const issued = ledger.issued(election.ballotId)!;
    const [first, ...rest] = issued.voters;
    ledger.keep({ ...issued, voters: [{ ...first!, secret: lost!.secret, next: first!.secret }, ...rest] });
    mustEnd(0, await election.registrar('reissue', '--voter', '8001', '--reason', 'LOST'));
    expect((await election.letters())[0]!.secret).toBe(first!.secret);
    expect((await election.board()).entries.filter(({ type }) => type === 'reissued')).toHaveLength(1);
    expect(await election.registrar('reissue', '--voter', '7777', '--reason', 'LOST')).toMatchObject({ code: 1, stderr: expect.stringContaining('NO_SUCH_VOTER') as string });
  }, 60_000);

  it('is counted with one trustee absent and another one lying, who is refused by name', async () => {
    const receipts = await election.vote(open, 10);
    expect(await election.state()).toBe('CLOSED');
    election.app.clock.moveTo('2026-12-09T10:00:00Z');
    await election.together('watch', [1, 2, 4], '--until', 'endorsement', '--every', '0.2');
    await carried(3, 'endorse');
    const lie = await lyingShare(4);
    const { endorsed: { aggregate } } = lie;
    const other = { ...aggregate, totals: [...aggregate.totals].reverse() };
    const { trustee, keys: { group, signing }, share: secret } = secretOf(5);
    const wrong = makeDecryptionShare(group, other, { trustee, share: secret, signing });
    for (const [at, share] of [[3, lie.share], [4, wrong]] as const) {
      expect(await election.clients[at]!.post(`/api/me/ballots/${election.ballotId}/decryption-share`, { share })).toMatchObject({ status: 204 });
    }
    await election.together('watch', [1, 2, 3], '--until', 'share', '--every', '0.2');
    await election.app.runJobs();
    expect(await asSuperuser(election.app.name, 'SELECT trustee_index AS trustee, state, fault FROM ballot_share ORDER BY 1')).toEqual([
      ...[1, 2, 3].map((trustee) => ({ trustee, state: 'VALID', fault: null })), { trustee: 4, state: 'REFUSED', fault: 'BAD_PROOF' }, { trustee: 5, state: 'REFUSED', fault: 'OTHER_AGGREGATE' },
    ]);
    expect(await election.state()).toBe('TALLIED');
    // Who gave a share gave the nonce for the lot with it, and nobody before.
    const nonces = await asSuperuser<{ trustee: number; nonce: string }>(election.app.name, `SELECT trustee_index AS trustee, lot_nonce AS nonce FROM ballot_share WHERE state = 'VALID' ORDER BY 1`);
    expect(nonces.map(({ trustee, nonce }) => lotCommitmentOf(election.ballotId, trustee, nonce))).toEqual(open.spec.lotCommitments!.slice(0, 3));
    const board = await election.board();
    expect((await verifyBoard(board, { receipts })).findings.filter(({ fault }) => fault !== null)).toEqual([]);
    expect(board.result).toMatchObject({ outcome: 'ELECTED', counted: 10, winners: [open.ballotOptions[0]!.id] });
    const lying = { ...board, shares: [...board.shares.slice(0, 2), lie.share] };
    expect((await verifyBoard(lying)).findings.find(({ fault }) => fault !== null)).toMatchObject({ check: 'shares', fault: { code: 'SHARE_INVALID', params: { trustee: 4, reason: 'BAD_PROOF' } } });
    expect(checkDecryptionShare(open.setting.group, lie.endorsed.aggregate, lie.share, open.spec.trustees[3]!)).toBe('BAD_PROOF');
    expect(await election.trustee(5, 'run')).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('TALLIED') as string });
  }, 120_000);

  /** A step of a trustee whose keys lie on a machine without network. */
  const carried = async (index: number, verb: string): Promise<void> => {
    const files = election.bench.at(`carried-${verb}`);
    expect((await election.alone(index, 'fetch', '--files', files)).stdout).toContain('board\n');
    const offline = mustEnd(0, await election.trustee(index, verb, ['--files', files], { JARI_SERVER: '', JARI_SIGN_IN: '', JARI_PASSWORD: '' }));
    expect(offline.stdout).toContain('sum endorsed');
    // Who carries the files needs no passphrase.
    expect(mustEnd(0, await election.trustee(index, 'send', ['--files', files], { JARI_PASSPHRASE: '', JARI_TRUSTEE_HOME: '' })).stdout).toBe('endorsement.json\n');
    expect(mustEnd(0, await election.trustee(index, 'send', ['--files', files])).stdout).toBe('');
  };

  const secretOf = (index: number) => {
    const { keys, folder } = secretsOf(election, index);
    const setup = readdirSync(election.bench.at(`trustee-${index}`, 'ballots', election.ballotId)).find((name) => name.length === 43)!;
    return { keys, folder, ...openKeyShare({ group: keys.group, ballotId: election.ballotId }, folder.openSealed('jari-trustee-share/1', 'ballots', election.ballotId, setup, 'share.json')) };
  };

  /** What a trustee with a tool of their own could sign: the share of another secret, over the right sum. */
  const lyingShare = async (index: number) => {
    const { keys, folder, share, transcriptHash } = secretOf(index);
    const endorsed = folder.read('elections', open.electionId, 'endorsed.json') as Endorsed;
    const desk: TrusteeDesk = {
      trustee: index, keys, share: share + 1n, transcriptHash, registrarKey: open.spec.registrarKey, lotNonce: null, now: () => new Date(BALLOT.closesAt),
      memory: { load: () => Promise.resolve(endorsed), keepFirst: () => Promise.resolve(endorsed) },
    };
    return { share: await releaseShare(desk, open.spec, (await election.board()).endorsements), endorsed };
  };
});
