import { decodeCiphertexts } from '../ballot/content.js';
import { encryptBallot } from '../ballot/encrypt.js';
import { ballotSetting } from '../ballot/setting.js';
import { toBase64url } from '../encoding/base64url.js';
import type { GroupName } from '../groups/group.js';
import { groupNamed } from '../groups/registry.js';
import { pointText } from '../groups/texts.js';
import { randomBytes } from '../random/random.js';
import { newSigningKey, sign } from '../signatures/signed.js';
import { playKeygen } from '../testing/keygen.js';
import { addUp, aggregateHashOf } from './aggregate.js';
import { combineShares } from './combine.js';
import { checkDecryptionShare, makeDecryptionShare } from './decryption-share.js';
import { smallLogarithms } from './discrete-log.js';

function counted(name: GroupName, n: number, k: number, votes: readonly number[]) {
  const played = playKeygen({ group: name, n, k });
  const group = groupNamed(name);
  const electionId = toBase64url(randomBytes(32));
  const setting = ballotSetting({ group: name, electionId, jointKey: played.output.jointKey, kind: 'plurality', options: 3 });
  const ballots = votes.map((option) => decodeCiphertexts(setting, encryptBallot(setting, newSigningKey().publicKey, [[option]]).content));
  const aggregate = addUp(group, electionId, ballots);
  const shares = played.trustees.map(({ index, keys, share }) => makeDecryptionShare(group, aggregate, { trustee: index, share, signing: keys.signing }));
  const keysOf = (trustee: number) => ({ signingKey: played.open.trustee(trustee).signingKey, verificationShare: played.output.verificationShares[trustee - 1]! });
  return { played, group, aggregate, shares, keysOf, setting };
}

describe.each<[GroupName]>([['ristretto255'], ['p256']])('threshold decryption in %s', (name) => {
  const { played, group, aggregate, shares, keysOf } = counted(name, 5, 3, [0, 2, 2, 1, 2]);

  it('gives the totals from any k shares, one or two trustees absent', () => {
    for (const share of shares) expect(checkDecryptionShare(group, aggregate, share, keysOf(share.trustee))).toBeNull();
    expect(combineShares(group, aggregate, shares, 3)).toEqual([1, 1, 3]);
    expect(combineShares(group, aggregate, [shares[4]!, shares[0]!, shares[2]!], 3)).toEqual([1, 1, 3]);
    expect(combineShares(group, aggregate, shares.slice(1, 4), 3)).toEqual([1, 1, 3]);
  });

  it('gives nothing from k − 1 shares', () => {
    expect(() => combineShares(group, aggregate, shares.slice(0, 2), 3)).toThrow('fewer than k shares');
    expect(() => combineShares(group, aggregate, [shares[0]!, shares[0]!, shares[1]!], 3)).toThrow('fewer than k shares');
    expect(() => combineShares(group, aggregate, shares.slice(0, 2), 2)).toThrow('a total that is no number of ballots');
  });

  it('refuses a lying share by name, however it lies', () => {
    const honest = shares[1]!;
    const again = (change: object) => sign('decryption-share', { ...honest, ...change }, played.trustees[1]!.keys.signing);
    const moved = [honest.factors[1]!, honest.factors[0]!, honest.factors[2]!];
    expect(checkDecryptionShare(group, aggregate, again({ factors: moved }), keysOf(2))).toBe('BAD_PROOF');
    const factor = pointText(group, group.base);
    expect(checkDecryptionShare(group, aggregate, again({ factors: honest.factors.map((one) => ({ ...one, factor })) }), keysOf(2))).toBe('BAD_PROOF');
    expect(checkDecryptionShare(group, aggregate, again({ factors: honest.factors.slice(1) }), keysOf(2))).toBe('MALFORMED');
    expect(checkDecryptionShare(group, aggregate, again({ factors: honest.factors.map((one) => ({ ...one, factor: 'AA' })) }), keysOf(2))).toBe('MALFORMED');
    expect(checkDecryptionShare(group, aggregate, { ...honest, factors: moved }, keysOf(2))).toBe('BAD_SIGNATURE');
    expect(checkDecryptionShare(group, aggregate, again({ trustee: 3 }), keysOf(3))).toBe('BAD_SIGNATURE');
    // Made with the share of somebody else.
    const stolen = makeDecryptionShare(group, aggregate, { trustee: 2, share: played.trustees[2]!.share, signing: played.trustees[1]!.keys.signing });
    expect(checkDecryptionShare(group, aggregate, stolen, keysOf(2))).toBe('BAD_PROOF');
  });

  it('binds a share to one aggregate of one election', () => {
    const other = { ...aggregate, totals: [...aggregate.totals].reverse() };
    expect(checkDecryptionShare(group, other, shares[0]!, keysOf(1))).toBe('OTHER_AGGREGATE');
    const relabelled = sign('decryption-share', { ...shares[0]!, aggregateHash: aggregateHashOf(other) }, played.trustees[0]!.keys.signing);
    expect(checkDecryptionShare(group, other, relabelled, keysOf(1))).toBe('BAD_PROOF');
    // The same ciphertexts, said to be another number of ballots.
    const recounted = { ...aggregate, counted: 4 };
    const moved = sign('decryption-share', { ...shares[0]!, aggregateHash: aggregateHashOf(recounted) }, played.trustees[0]!.keys.signing);
    expect(checkDecryptionShare(group, recounted, moved, keysOf(1))).toBe('BAD_PROOF');
  });
});

describe('logarithms of totals', () => {
  const group = groupNamed('ristretto255');
  it.each([[1], [2], [9], [10], [99], [500]])('up to %i are all found, and nothing above', (most) => {
    const logarithm = smallLogarithms(group, most);
    let point = group.identity;
    for (let m = 0; m <= most + 1; m += most > 20 && m < most - 2 && m > 2 ? 1 + Math.floor(most / 20) : 1) {
      point = group.multiplyPublic(group.base, BigInt(m));
      expect([m, logarithm(point)]).toEqual([m, m <= most ? m : undefined]);
    }
    expect(logarithm(group.multiplyPublic(group.base, -1n))).toBeUndefined();
  });
});
