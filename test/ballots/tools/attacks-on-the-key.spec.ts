import { existsSync, writeFileSync } from 'node:fs';
import {
  beginKeygen, dealShares, fingerprintOf, newTrusteeKeys, openSetup, openTrusteeKeys, receiveShares, revealAfter, sign, type CommitMessage, type OpenSetup, type RevealMessage, type SharesMessage, type TrusteeKeys,
} from '#ballot-box';
import { KeyBox } from '../../../apps/cli/own-machine/key-box.js';
import { KeyFolder } from '../../../apps/cli/own-machine/key-folder.js';
import { without } from '../../../libs/ballot-box/testing/index.js';
import { PASSPHRASE } from './tool-election.js';
import { Bench, jari, letterIn, mustEnd, type Ran } from './tool.js';

const BALLOT = 'ballot-1';

/** Trustee 1 sits at the built command, on files alone; 2 is honest and 3 is whoever the test needs. */
describe('attacks on the key generation', () => {
  const bench = new Bench();
  let own: TrusteeKeys;
  let others: TrusteeKeys[];
  let runs = 0;

  beforeEach(async () => {
    const home = bench.at(`home-${++runs}`);
    mustEnd(0, await jari(['trustee', 'init', '--home', home], { JARI_PASSPHRASE: PASSPHRASE }));
    own = openTrusteeKeys(new KeyFolder(home, new KeyBox(PASSPHRASE)).openSealed('jari-trustee-keys/1', 'keys.json'));
    others = [newTrusteeKeys('ristretto255'), newTrusteeKeys('ristretto255')];
    writeFileSync(bench.at(`home-${runs}`, 'compared.txt'), others.map((keys) => `${fingerprintOf(publicOf(keys))}  heard by telephone\n`).join(''));
  });
  afterAll(() => bench.remove());

  const publicOf = ({ signing, encryptionKey }: TrusteeKeys) => ({ signingKey: signing.publicKey, encryptionKey });
  const setupOf = (keys: readonly TrusteeKeys[]): OpenSetup =>
    openSetup({ format: 'jari-keygen/1', ballotId: BALLOT, group: 'ristretto255', k: 2, trustees: keys.map((one, at) => ({ index: at + 1, name: `가상 관리인 ${at + 1}`, ...publicOf(one) })) });
  /** What everybody has said, by kind, as the server shows it. */
  type Said = Partial<Record<'COMMIT' | 'REVEAL' | 'SHARES' | 'COMPLAINT', readonly object[]>>;
  const step = async ({ setup }: OpenSetup, said: Said): Promise<{ ran: Ran; message: (kind: string) => object; isSilent: boolean }> => {
    const messages = Object.entries(said).flatMap(([kind, all]) => all.map((message) => ({ trusteeIndex: (message as { trustee: number }).trustee, kind, message })));
    const folder = bench.files(`files-${runs}-${Object.keys(said).length}-${messages.length}`, { keygen: { setup, messages, output: null, culprit: null } });
    const ran = await jari(['trustee', 'keygen', '--home', bench.at(`home-${runs}`), '--files', folder, '--ballot', BALLOT], { JARI_PASSPHRASE: PASSPHRASE });
    return { ran, message: (kind) => letterIn(folder, `keygen-${kind}`)['message'] as object, isSilent: !existsSync(`${folder}/out`) };
  };

  it('a dealer whose share is wrong is complained of, with the proof, and convicted by everybody', async () => {
    const open = setupOf([own, ...others]);
    const begun = others.map((keys, at) => beginKeygen(open, at + 2, keys));
    const first = await step(open, { COMMIT: begun.map(({ commit }) => commit) });
    expect(first.ran.code).toBe(0);
    const commits = [first.message('commit'), ...begun.map(({ commit }) => commit)] as CommitMessage[];
    const theirs = begun.map(({ dealing }) => revealAfter(open, dealing, commits));
    const reveals = [(await step(open, { COMMIT: commits, REVEAL: theirs })).message('reveal'), ...theirs] as RevealMessage[];
    const [honest, cheat] = begun.map(({ dealing }, at) => dealShares(open, dealing, others[at]!, commits, reveals)) as [SharesMessage, SharesMessage];
    const [toFirst, ...rest] = cheat.shares;
    const changed = { ...cheat, shares: [{ ...toFirst!, sealed: `AAAA${toFirst!.sealed.slice(4)}` }, ...rest] };
    const wrong = sign('keygen-shares', without(changed, 'signature'), others[1]!.signing);
    const shares = [(await step(open, { COMMIT: commits, REVEAL: reveals, SHARES: [honest, wrong] })).message('shares'), honest, wrong] as SharesMessage[];
    const last = await step(open, { COMMIT: commits, REVEAL: reveals, SHARES: shares });
    expect(last.message('complaint')).toMatchObject({ trustee: 1, against: 3 });
    expect(existsSync(`${bench.at(`home-${runs}`)}/ballots/${BALLOT}/${open.hash}/share.json`)).toBe(false);
    const judged = await step(open, { COMMIT: commits, REVEAL: reveals, SHARES: shares, COMPLAINT: [last.message('complaint')] });
    expect(judged).toMatchObject({ ran: { code: 1, stderr: expect.stringContaining('the fault lies with trustee 3') as string }, isSilent: true });
    // The same shares without the lie give a key.
    expect('share' in receiveShares(open, begun[0]!.dealing, others[0]!, { commits, reveals, shares: [shares[0]!, honest, cheat] })).toBe(true);
  }, 60_000);

  it('an impersonated trustee is noticed by the fingerprint, and nothing is said', async () => {
    const server = newTrusteeKeys('ristretto255');
    const open = setupOf([own, others[0]!, server]);
    const { ran, isSilent } = await step(open, { COMMIT: [] });
    expect([ran, isSilent]).toEqual([{ code: 1, stdout: '', stderr: expect.stringMatching(/NOT_COMPARED[^]*trustee 3[^]*is not in compared.txt/) as string }, true]);
  });

  it('one who speaks for another, or reveals another polynomial than was committed to, is named', async () => {
    const open = setupOf([own, ...others]);
    const begun = others.map((keys, at) => beginKeygen(open, at + 2, keys));
    const first = await step(open, { COMMIT: begun.map(({ commit }) => commit) });
    const commits = [first.message('commit'), ...begun.map(({ commit }) => commit)] as CommitMessage[];
    const own1 = (await step(open, { COMMIT: commits })).message('reveal');
    const another = beginKeygen(open, 3, others[1]!);
    const { ran } = await step(open, { COMMIT: commits, REVEAL: [own1, begun[0]!.dealing.reveal, another.dealing.reveal] });
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringMatching(/KEYGEN_NOT_AS_COMMITTED[^]*trustee 3/) as string });
    const spoken = sign('keygen-commit', { format: 'jari-keygen-commit/1' as const, setupHash: open.hash, trustee: 2, commitment: commits[2]!.commitment }, others[1]!.signing);
    const forged = await step(open, { COMMIT: [commits[0]!, spoken, commits[2]!], REVEAL: [own1, begun[0]!.dealing.reveal, begun[1]!.dealing.reveal] });
    expect(forged.ran).toMatchObject({ code: 1, stderr: expect.stringMatching(/KEYGEN_BAD_SIGNATURE[^]*trustee 2/) as string });
  }, 60_000);
});
