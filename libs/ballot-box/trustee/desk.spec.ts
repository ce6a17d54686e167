import type { Board } from '../board/board.js';
import { signEndorsement } from '../board/statements.js';
import { newSigningKey } from '../signatures/signed.js';
import { busyElection, RANKINGS } from '../testing/busy-election.js';
import { PlayedElection } from '../testing/election.js';
import { playKeygen } from '../testing/keygen.js';
import { rechained, tampered, without } from '../testing/tampering.js';
import { endorse, releaseShare, signSpecification } from './desk.js';

const refusal = (code: string): Error => expect.objectContaining({ name: 'TrusteeRefuses', code }) as Error;
const keygen = playKeygen({ n: 5, k: 3 });

describe('signing the specification', () => {
  const { open: { spec }, desks: [desk] } = new PlayedElection({ keygen, spec: { tieRule: 'lot' } });
  const other = newSigningKey().publicKey;

  it('takes one\'s own keys, share, transcript, commitment and registrar', () => {
    expect(signSpecification(desk!, spec)).toMatchObject({ trustee: 1 });
  });

  it.each([
    ['NOT_MY_KEYS', { trustees: spec.trustees.map((one, at) => (at === 0 ? { ...one, signingKey: other } : one)) }, {}],
    ['NOT_MY_SHARE', {}, { share: 5n }],
    ['OTHER_TRANSCRIPT', { keygenTranscriptHash: spec.rollHash }, {}],
    ['OTHER_REGISTRAR', { registrarKey: other }, {}],
    ['NOT_MY_COMMITMENT', { lotCommitments: spec.lotCommitments!.map(() => spec.rollHash) }, {}],
    ['SETUP_FAULT', { credentialListHash: spec.rollHash }, {}],
    ['SETUP_FAULT', { jointKey: spec.trustees[0]!.encryptionKey }, {}],
    ['SETUP_FAULT', { trustees: spec.trustees.map((one, at) => (at === 4 ? { ...one, verificationShare: one.encryptionKey } : one)) }, {}],
  ] as const)('refuses with %s', (code, change, own) => {
    expect(() => signSpecification({ ...desk!, ...own }, { ...spec, ...change })).toThrow(refusal(code));
  });
});

describe('endorsing', () => {
  it('waits for the close and for the end of the checking period by the own clock', async () => {
    const election = busyElection(keygen);
    const desk = election.desks[0]!;
    await expect(endorse(desk, election.board(false))).rejects.toThrow(refusal('BOARD_FAULT'));
    const early = { ...desk, now: () => new Date('2027-01-06T08:59:59Z') };
    await expect(endorse(early, election.board())).rejects.toThrow(refusal('CHECKING_PERIOD'));
    await expect(endorse({ ...desk, now: () => new Date(NaN) }, election.board())).rejects.toThrow(refusal('CHECKING_PERIOD'));
    expect(await endorse({ ...desk, now: () => new Date('2027-01-06T09:00:00Z') }, election.board())).toMatchObject({ trustee: 1, counted: 3 });
  });

  it('verifies the whole board by itself', async () => {
    const election = busyElection(keygen);
    const flipped = tampered(election.board(), ({ entries }) => { entries.splice(0, 1); });
    await expect(endorse(election.desks[0]!, flipped)).rejects.toThrow('BOARD_FAULT: ENTRY_PLACE');
  });

  it('produces nothing for a small group', async () => {
    const election = new PlayedElection({ keygen, candidates: ['가', '나'], voters: 10, spec: { minimumCast: 10, quorum: 5 } });
    for (let slot = 1; slot <= 9; slot++) election.cast(slot, [[slot % 2 === 0 || slot === 1 ? 0 : 1]]);
    await expect(endorse(election.desks[0]!, election.board())).rejects.toThrow(refusal('UNDER_THRESHOLD'));
    election.cast(10, [[0]]);
    expect((await election.tally()).result).toMatchObject({ outcome: 'ELECTED', totals: [6, 4], counted: 10 });
  });

  it('is once for ever: a board with one ballot less, one ballot only, or a subgroup is refused', async () => {
    const election = busyElection(keygen);
    const desk = election.desks[0]!;
    const whole = election.board();
    const first = await endorse(desk, whole);
    expect(await endorse(desk, whole)).toEqual(first);
    // The board key chains and closes other boards of the same election, each valid by itself.
    for (const kept of [whole.entries.slice(0, 4), whole.entries.slice(0, 3)]) {
      const intakeCount = kept.filter(({ type }) => type !== 'reissued').length;
      const less = rechained(Object.assign(Object.create(election) as PlayedElection, { intakeCount }), kept);
      await expect(endorse(desk, less)).rejects.toThrow(refusal('ENDORSED_ANOTHER'));
    }
  });

  it('stays one when two boards are shown at the same moment', async () => {
    const election = busyElection(keygen);
    const whole = election.board();
    const less = rechained(Object.assign(Object.create(election) as PlayedElection, { intakeCount: 4 }), whole.entries.slice(0, 4));
    const answers = await Promise.allSettled([endorse(election.desks[0]!, whole), endorse(election.desks[0]!, less)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('releasing a share', () => {
  const election = busyElection(keygen);
  const { desks, open: { spec } } = election;
  let endorsements: Board['endorsements'];
  beforeAll(async () => { endorsements = await Promise.all(desks.slice(0, 4).map((desk) => endorse(desk, election.board()))); });

  it('needs e endorsements of different trustees, the own one kept', async () => {
    await expect(releaseShare(desks[0]!, spec, endorsements.slice(0, 3))).rejects.toThrow(refusal('TOO_FEW_ENDORSEMENTS'));
    await expect(releaseShare(desks[0]!, spec, [...endorsements.slice(0, 3), endorsements[2]!])).rejects.toThrow(refusal('TOO_FEW_ENDORSEMENTS'));
    await expect(releaseShare(desks[4]!, spec, endorsements)).rejects.toThrow(refusal('NOT_ENDORSED'));
    expect(await releaseShare(desks[0]!, spec, endorsements)).toMatchObject({ trustee: 1, aggregateHash: endorsements[0]!.aggregateHash });
  });

  it('goes by the endorsed sum alone, even where the disk holds another beside the endorsement', async () => {
    const kept = (await desks[0]!.memory.load(election.open.electionId))!;
    const [total] = kept.aggregate.totals;
    const exchanged = { ...desks[0]!, memory: { ...desks[0]!.memory, load: () => Promise.resolve({ ...kept, aggregate: { ...kept.aggregate, totals: [total!, total!, total!] } }) } };
    await expect(releaseShare(exchanged, spec, endorsements)).rejects.toThrow(refusal('NOT_ENDORSED'));
  });

  it('stops at an endorsement that is false, or differs, from anybody', async () => {
    const forged = signEndorsement(without(endorsements[1]!, 'format', 'signature'), newSigningKey());
    await expect(releaseShare(desks[0]!, spec, [forged, ...endorsements])).rejects.toThrow(refusal('ENDORSEMENT_INVALID'));
    const other = signEndorsement({ ...without(endorsements[1]!, 'format', 'signature'), aggregateHash: spec.rollHash, trustee: 5 }, desks[4]!.keys.signing);
    await expect(releaseShare(desks[0]!, spec, [...endorsements, other])).rejects.toThrow(refusal('ENDORSEMENTS_DISAGREE'));
  });

  it('two boards shown to different trustees, one of them cheating: no sum reaches e', async () => {
    const split = busyElection(keygen);
    const [one, other] = [split.board(), rechained(Object.assign(Object.create(split) as PlayedElection, { intakeCount: 4 }), split.entries.slice(0, 4))];
    const cheat = (kept: Board['endorsements'][number]): Board['endorsements'][number] => signEndorsement({ ...without(kept, 'format', 'signature'), trustee: 5 }, split.desks[4]!.keys.signing);
    const first = await Promise.all(split.desks.slice(0, 2).map((desk) => endorse(desk, one)));
    const second = await Promise.all(split.desks.slice(2, 4).map((desk) => endorse(desk, other)));
    await expect(releaseShare(split.desks[0]!, split.open.spec, [...first, cheat(first[0]!)])).rejects.toThrow(refusal('TOO_FEW_ENDORSEMENTS'));
    await expect(releaseShare(split.desks[2]!, split.open.spec, [...second, cheat(second[0]!)])).rejects.toThrow(refusal('TOO_FEW_ENDORSEMENTS'));
    await expect(releaseShare(split.desks[0]!, split.open.spec, [...first, ...second])).rejects.toThrow(refusal('ENDORSEMENTS_DISAGREE'));
  });
});

it('one trustee absent: the election is counted all the same', async () => {
  const election = new PlayedElection({ keygen });
  election.cast(1, RANKINGS.abc);
  election.cast(2, RANKINGS.acb);
  const { result, endorsements } = await election.tally();
  expect(endorsements.map(({ trustee }) => trustee)).toEqual([1, 2, 3, 4]);
  expect(result).toMatchObject({ outcome: 'ELECTED', winners: ['c1'] });
});
