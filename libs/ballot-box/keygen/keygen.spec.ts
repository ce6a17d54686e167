import type { GroupName } from '../groups/group.js';
import { pointText, readPoint, scalarText } from '../groups/texts.js';
import { hashOf } from '../hashing/hash.js';
import { sign } from '../signatures/signed.js';
import { newTrustees, playKeygen } from '../testing/keygen.js';
import { beginKeygen, dealShares, revealAfter } from './deal.js';
import { finishKeygen } from './finish.js';
import { interpolate, lagrange, valueAt } from './polynomial.js';
import { judgeComplaint, receiveShares } from './receive.js';
import { sealShare } from './sealed-share.js';
import { endorsersNeeded, openSetup } from './setup.js';
import { fingerprintOf, newTrusteeKeys, openTrusteeKeys, writeTrusteeKeys } from './trustee-keys.js';

const fault = (code: string, culprit: number): Error => expect.objectContaining({ name: 'KeygenFault', code, culprit }) as Error;

describe('polynomials', () => {
  const { open: { group } } = newTrustees({ n: 2, k: 2 });

  it('are found again from as many values as they have coefficients, by hand: 7 + 3x at 1 and 4', () => {
    expect([valueAt(group, [7n, 3n], 1), valueAt(group, [7n, 3n], 4)]).toEqual([10n, 19n]);
    const [at1, at4] = lagrange(group, [1, 4]);
    expect(((at1! * 10n + at4! * 19n) % group.order)).toBe(7n);
  });
});

describe.each<[GroupName, number, number]>([['ristretto255', 5, 3], ['p256', 3, 2], ['ristretto255', 1, 1]])('key generation in %s, %i trustees of whom %i decrypt', (name, n, k) => {
  const played = playKeygen({ group: name, n, k });
  const { group } = played.open;

  it('gives shares of one secret: any k of them make the joint key, k − 1 do not', () => {
    const parts = played.trustees.map(({ index, share }) => ({ place: index, point: group.multiply(group.base, share) }));
    expect(parts.map(({ point }) => pointText(group, point))).toEqual(played.output.verificationShares);
    for (const from of [0, n - k]) expect(pointText(group, interpolate(group, parts.slice(from, from + k)))).toBe(played.output.jointKey);
    if (k > 1) expect(pointText(group, interpolate(group, parts.slice(0, k - 1)))).not.toBe(played.output.jointKey);
  });

  it('is the sum of what each revealed', () => {
    const constants = played.transcript.reveals.map(({ coefficients: [first] }) => readPoint(group, first!, ''));
    expect(pointText(group, constants.reduce((sum, point) => group.add(sum, point), group.identity))).toBe(played.output.jointKey);
  });
});

describe('an attack on key generation is seen, and its author named', () => {
  const { open, transcript, confirms, trustees } = playKeygen({ n: 4, k: 3 });
  const { group } = open;
  const [first, second] = [trustees[0]!, trustees[1]!];
  const receive = (changed: Partial<typeof transcript>): unknown => receiveShares(open, first.dealing, first.keys, { ...transcript, ...changed });
  const replaced = <T>(list: readonly T[], at: number, value: T): T[] => list.map((one, index) => (index === at ? value : one));

  it('a dishonest dealer: the share is opened, and anybody sees that it is wrong', () => {
    const { shares } = transcript.shares[1]!;
    const wrong = sealShare(group, { setupHash: open.hash, from: 2, to: 1 }, open.encryptionKey(1), 12345n);
    const message = sign('keygen-shares', { ...transcript.shares[1]!, shares: replaced(shares, 0, wrong) }, second.keys.signing);
    const bad = { ...transcript, shares: replaced(transcript.shares, 1, message) };
    const received = receive(bad);
    expect(received).toHaveProperty('complaint.against', 2);
    const { complaint } = received as { complaint: unknown };
    expect(judgeComplaint(open, bad, complaint, 1)).toBe(2);
    // Over the honest transcript the same complaint falls back on whoever made it.
    expect(judgeComplaint(open, transcript, complaint, 1)).toBe(1);
  });

  it('bytes that are no scalar are a wrong share too', () => {
    const { shares } = transcript.shares[1]!;
    const message = sign('keygen-shares', { ...transcript.shares[1]!, shares: replaced(shares, 0, { ...shares[0]!, sealed: `_${shares[0]!.sealed.slice(1, -1)}8` }) }, second.keys.signing);
    const bad = { ...transcript, shares: replaced(transcript.shares, 1, message) };
    const received = receive(bad) as { complaint: unknown };
    expect(received).toHaveProperty('complaint.against', 2);
    expect(judgeComplaint(open, bad, received.complaint, 1)).toBe(2);
    // The same key truthfully opens the honest share, which is right: the complaint was false.
    expect(judgeComplaint(open, transcript, received.complaint, 1)).toBe(1);
  });

  it('a complaint without ground, or with another key, falls on whoever complains', () => {
    const false1 = { format: 'jari-keygen-complaint/1', setupHash: open.hash, trustee: 1, against: 2, shared: pointText(group, group.base), proof: { commitments: Array(2).fill(pointText(group, group.base)), challenges: [], responses: [scalarText(group, 5n)] } };
    expect(judgeComplaint(open, transcript, sign('keygen-complaint', false1, first.keys.signing), 1)).toBe(1);
    expect(judgeComplaint(open, transcript, { nonsense: true }, 3)).toBe(3);
    expect(judgeComplaint(open, transcript, sign('keygen-complaint', false1, second.keys.signing), 1)).toBe(1);
  });

  it('an impersonated trustee', () => {
    const forged = sign('keygen-reveal', transcript.reveals[1]!, first.keys.signing);
    expect(() => receive({ reveals: replaced(transcript.reveals, 1, forged) })).toThrow(fault('BAD_SIGNATURE', 2));
  });

  it('a key chosen after the others were revealed', () => {
    const other = beginKeygen(open, 2, second.keys).dealing.reveal;
    expect(() => receive({ reveals: replaced(transcript.reveals, 1, other) })).toThrow(fault('NOT_AS_COMMITTED', 2));
  });

  it('a constant term that its sender does not know', () => {
    // The sum of the others, negated: the joint key would be chosen by trustee 2 alone.
    const target = group.subtract(group.identity, readPoint(group, transcript.reveals[0]!.coefficients[0]!, ''));
    const { coefficients, ...rest } = transcript.reveals[1]!;
    const rogue = sign('keygen-reveal', { ...rest, coefficients: replaced(coefficients, 0, pointText(group, target)) }, second.keys.signing);
    const commit = sign('keygen-commit', { ...transcript.commits[1]!, commitment: commitmentFor(rogue) }, second.keys.signing);
    expect(() => receive({ commits: replaced(transcript.commits, 1, commit), reveals: replaced(transcript.reveals, 1, rogue) })).toThrow(fault('BAD_PROOF', 2));
  });

  it('a message of another setup, another round, or none', () => {
    const elsewhere = playKeygen({ n: 4, k: 3, ballotId: 'ballot-2' });
    expect(() => receive({ commits: replaced(transcript.commits, 2, elsewhere.transcript.commits[2]!) })).toThrow(fault('OTHER_SETUP', 3));
    expect(() => receive({ commits: replaced(transcript.commits, 2, transcript.commits[3]!) })).toThrow(fault('OUT_OF_ORDER', 3));
    expect(() => receive({ shares: transcript.shares.slice(0, 3) })).toThrow(fault('MISSING', 4));
    expect(() => receive({ reveals: replaced(transcript.reveals, 1, { ...transcript.reveals[1]!, coefficients: ['x'] }) })).toThrow(fault('BAD_SIGNATURE', 2));
    const short = sign('keygen-reveal', { ...transcript.reveals[1]!, coefficients: transcript.reveals[1]!.coefficients.slice(1) }, second.keys.signing);
    const commit = sign('keygen-commit', { ...transcript.commits[1]!, commitment: commitmentFor(short) }, second.keys.signing);
    expect(() => receive({ commits: replaced(transcript.commits, 1, commit), reveals: replaced(transcript.reveals, 1, short) })).toThrow(fault('MALFORMED', 2));
  });

  it('two transcripts shown to two trustees', () => {
    const other = sign('keygen-confirm', { ...confirms[2]!, transcriptHash: open.hash }, trustees[2]!.keys.signing);
    expect(() => finishKeygen(open, transcript, replaced(confirms, 2, other))).toThrow(fault('OTHER_TRANSCRIPT', 3));
    expect(() => finishKeygen(open, transcript, confirms.slice(0, 3))).toThrow(fault('MISSING', 4));
  });

  it('one\'s own commitment exchanged, or keys that are not on the list', () => {
    expect(() => revealAfter(open, first.dealing, replaced(transcript.commits, 0, transcript.commits[1]!))).toThrow(fault('NOT_MY_MESSAGE', 1));
    expect(() => revealAfter(open, first.dealing, transcript.commits.slice(0, 2))).toThrow(fault('MISSING', 3));
    expect(() => beginKeygen(open, 1, second.keys)).toThrow(fault('NOT_MY_MESSAGE', 1));
    expect(() => dealShares(open, first.dealing, first.keys, transcript.commits, transcript.reveals.slice(1))).toThrow(fault('OUT_OF_ORDER', 1));
  });
});

const commitmentFor = (reveal: object): string => hashOf({ ...reveal, signature: undefined });

describe('the list of trustees', () => {
  const { open } = newTrustees({ n: 3, k: 2 });
  const list = open.setup.trustees;
  it.each([
    ['k above n', { k: 4 }], ['out of order', { trustees: [...list].reverse() }], ['one key for two', { trustees: [list[0], { ...list[1], signingKey: list[0]!.signingKey }, list[2]] }],
    ['the identity as a key', { trustees: [list[0], list[1], { ...list[2], encryptionKey: 'A'.repeat(43) }] }], ['a key of small order', { trustees: [list[0], list[1], { ...list[2], signingKey: 'A'.repeat(43) }] }],
  ])('is refused with %s', (_name, change) => expect(() => openSetup({ ...open.setup, ...change })).toThrow(expect.objectContaining({ name: 'Malformed' })));

  it('needs so many endorsements that two aggregates take k cheats', () => {
    expect(endorsersNeeded(5, 3)).toBe(4);
    for (let n = 1; n <= 9; n++) for (let k = 1; k <= n; k++) {
      expect(2 * endorsersNeeded(n, k) - n).toBeGreaterThanOrEqual(k);
      expect(endorsersNeeded(n, k)).toBeLessThanOrEqual(n);
    }
  });
});

describe('key files', () => {
  it('are read as they were written', () => {
    for (const name of ['ristretto255', 'p256'] as const) {
      const keys = newTrusteeKeys(name);
      expect(openTrusteeKeys(JSON.parse(JSON.stringify(writeTrusteeKeys(keys))))).toEqual(keys);
    }
    expect(() => openTrusteeKeys({ ...writeTrusteeKeys(newTrusteeKeys('p256')), signingSecret: 'AA' })).toThrow('signingSecret: wrong length');
  });

  it('have a fingerprint that can be read out', () => {
    const { signing, encryptionKey } = newTrusteeKeys('p256');
    expect(fingerprintOf({ signingKey: signing.publicKey, encryptionKey })).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
    expect(fingerprintOf({ signingKey: signing.publicKey, encryptionKey })).not.toBe(fingerprintOf({ signingKey: signing.publicKey }));
  });
});
