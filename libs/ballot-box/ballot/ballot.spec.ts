import { fromBase64url, toBase64url } from '../encoding/base64url.js';
import type { GroupName } from '../groups/group.js';
import { pointText, readPoint, readScalar, scalarText } from '../groups/texts.js';
import type { BallotKind, Choice } from '../kinds/layout.js';
import { kindNamed } from '../kinds/registry.js';
import { mod } from '../proofs/equality-proof.js';
import { writeProof } from '../proofs/proof-texts.js';
import { proveOneOf } from '../proofs/prove.js';
import { changed, newSetting } from '../testing/ballots.js';
import { damaged } from '../testing/fuzz.js';
import { ballotHashOf, decodeCiphertexts, decodeContent } from './content.js';
import { ballotChallenge } from './context.js';
import { encryptBallot, isOpenedBy } from './encrypt.js';
import { encryptBit, sealBits } from './seal.js';
import { verifyBallot, verifyBallots, verifyOneByOne } from './verify.js';

const CASES: [BallotKind, number, Choice, GroupName][] = [
  ['plurality', 2, [[1]], 'ristretto255'], ['plurality', 3, [[0]], 'p256'], ['approval', 3, [[0, 2]], 'ristretto255'], ['approval', 2, [], 'p256'],
  ['strict-ranking', 4, [[2], [0], [3], [1]], 'ristretto255'], ['strict-ranking', 3, [[1], [0], [2]], 'p256'], ['weak-ranking', 3, [[1, 2], [0]], 'ristretto255'], ['weak-ranking', 3, [[0, 1, 2]], 'p256'],
];

describe.each(CASES)('%s over %i options, choice %j, %s', (kind, options, choice, group) => {
  const { setting, secret, credential } = newSetting(kind, options, group);
  const voter = credential();
  const { content, opening } = encryptBallot(setting, voter, choice);

  it('verifies, as a batch and one by one', () => {
    expect(verifyBallot(setting, { credential: voter, content })).toBeNull();
    expect(verifyOneByOne(setting, [{ credential: voter, content }])).toEqual([null]);
  });

  it('decrypts to the bits of the choice', () => {
    const { group: g, layout } = setting;
    const bits = decodeCiphertexts(setting, content).map(({ a, b }) => (g.isIdentity(g.subtract(b, g.multiply(a, secret))) ? 0 : 1));
    expect(bits).toEqual(kindNamed(kind).encode(options, choice));
    expect(bits).toHaveLength(layout.bits);
  });

  it('is bound to voter and election', () => {
    expect(verifyBallot(setting, { credential: credential(), content })).toMatchObject({ reason: 'BAD_PROOF' });
    const other = { ...setting, electionId: setting.electionId.map((byte) => byte ^ 1) };
    expect(verifyBallot(other, { credential: voter, content })).toMatchObject({ reason: 'BAD_PROOF' });
  });

  it('opens for its own choice alone', () => {
    expect(isOpenedBy(setting, content, opening)).toBe(true);
    const other: Choice = kind === 'approval' ? [[1]] : kind === 'plurality' ? [[choice[0]![0] === 0 ? 1 : 0]] : [...choice].reverse();
    if (choice.length !== 1 || kind !== 'weak-ranking') expect(isOpenedBy(setting, content, { ...opening, choice: other })).toBe(false);
    expect(isOpenedBy(setting, content, { ...opening, randomness: opening.randomness.slice(1) })).toBe(false);
    expect(isOpenedBy(setting, content, { ...opening, randomness: [...opening.randomness.slice(1), scalarText(setting.group, 5n)] })).toBe(false);
  });

  it('differs each time', () => expect(ballotHashOf(encryptBallot(setting, voter, choice).content)).not.toBe(ballotHashOf(content)));
});

const { setting, credential } = newSetting('strict-ranking', 3);
const voter = credential();
const good = (): ReturnType<typeof encryptBallot>['content'] => encryptBallot(setting, voter, [[0], [1], [2]]).content;
const faultOf = (content: unknown): unknown => {
  const [batched, single] = [verifyBallots(setting, [{ credential: voter, content }]), verifyOneByOne(setting, [{ credential: voter, content }])];
  expect(batched).toEqual(single);
  return batched[0];
};

describe('what is no ballot is refused, and named', () => {
  // Bits in the order of the pairs 0-1, 0-2, 1-2.
  it.each([[[1, 0, 1]], [[0, 1, 0]]])('a cycle: %j', (bits) => expect(faultOf(sealBits(setting, voter, bits).content)).toEqual({ reason: 'BAD_PROOF', at: 'triple:0,1,2' }));
  it.each([[[2, 1, 1], 'pair:0,1'], [[1, 1, -1], 'pair:1,2'], [[1, 2, 1], 'pair:0,2']])('a value that is no bit: %j', (bits, at) => expect(faultOf(sealBits(setting, voter, bits).content)).toEqual({ reason: 'BAD_PROOF', at }));

  it('two choices, and none, in plurality', () => {
    const { setting: one } = newSetting('plurality', 3);
    for (const bits of [[1, 0, 1], [0, 0, 0]]) expect(verifyBallot(one, { credential: voter, content: sealBits(one, voter, bits).content })).toEqual({ reason: 'BAD_PROOF', at: 'sum' });
  });

  it('before both ways, in a weak ranking', () => {
    const { setting: weak } = newSetting('weak-ranking', 2);
    expect(verifyBallot(weak, { credential: voter, content: sealBits(weak, voter, [1, 1]).content })).toEqual({ reason: 'BAD_PROOF', at: 'tie:0,1' });
  });

  it('a proof from another position of the same ballot', () => {
    expect(faultOf(changed(good(), ({ proofs }) => { [proofs[0], proofs[1]] = [proofs[1]!, proofs[0]!]; }))).toEqual({ reason: 'BAD_PROOF', at: 'pair:0,1' });
    expect(faultOf(changed(good(), (copy) => { copy.ciphertexts[1] = copy.ciphertexts[0]!; copy.proofs[1] = copy.proofs[0]!; }))).toMatchObject({ reason: 'BAD_PROOF' });
  });

  it('a proof of another statement', () => {
    const other = good();
    expect(faultOf(changed(good(), ({ proofs }) => { proofs[3] = structuredClone(other.proofs[3]!) as never; }))).toEqual({ reason: 'BAD_PROOF', at: 'triple:0,1,2' });
  });

  it('a proof used again for an equal ciphertext elsewhere in the ballot: the label differs', () => {
    const { setting: one } = newSetting('approval', 2);
    const { group, jointKey, layout: { relations: [relation] } } = one;
    const randomness = group.randomScalar();
    const twin = encryptBit(one, 1, randomness);
    const challenge = ballotChallenge(one, fromBase64url(voter), [twin, twin]);
    const proof = writeProof(group, proveOneOf(group, jointKey, [0, 1], 1, randomness, (commitments) => challenge(relation!, twin, commitments)));
    const written = { a: pointText(group, twin.a), b: pointText(group, twin.b) };
    const content = { format: 'jari-ballot/1', kind: 'approval', ciphertexts: [written, written], proofs: [proof, proof] };
    expect(verifyBallot(one, { credential: voter, content })).toEqual({ reason: 'BAD_PROOF', at: 'option:1' });
  });

  it('one ballot put together from two of the same voter', () => {
    const { setting: one } = newSetting('approval', 2);
    const [first, second] = [encryptBallot(one, voter, [[0]]).content, encryptBallot(one, voter, [[1]]).content];
    const mixed = { ...first, ciphertexts: [first.ciphertexts[0], second.ciphertexts[1]], proofs: [first.proofs[0], second.proofs[1]] };
    expect(verifyBallot(one, { credential: voter, content: mixed })).toEqual({ reason: 'BAD_PROOF', at: 'option:0' });
  });

  it('a copy encrypted anew: the proofs do not move with it', () => {
    const { group, jointKey } = setting;
    const again = changed(good(), ({ ciphertexts }) => {
      for (const one of ciphertexts) {
        const r = group.randomScalar();
        one.a = pointText(group, group.add(readPoint(group, one.a, ''), group.multiply(group.base, r)));
        one.b = pointText(group, group.add(readPoint(group, one.b, ''), group.multiply(jointKey, r)));
      }
    });
    expect(faultOf(again)).toMatchObject({ reason: 'BAD_PROOF' });
  });

  it('points and scalars that are not canonical, and the identity', () => {
    const order = setting.group.order;
    const plusOrder = (text: string): string => {
      const scalar = readScalar(setting.group, text, '') + order;
      return Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex').reverse().toString('base64url');
    };
    // The least significant bit is the sign of s in RFC 9496; a negative one is no encoding.
    const negated = (text: string): string => toBase64url(fromBase64url(text).map((byte, at) => (at === 0 ? byte | 1 : byte)));
    expect(faultOf(changed(good(), ({ proofs }) => { proofs[2]!.responses[1] = plusOrder(proofs[2]!.responses[1]!); }))).toEqual({ reason: 'MALFORMED', at: 'proofs[2].responses[1]' });
    expect(faultOf(changed(good(), ({ ciphertexts }) => { ciphertexts[1]!.b = 'A'.repeat(43); }))).toEqual({ reason: 'MALFORMED', at: 'ciphertexts[1].b' });
    expect(faultOf(changed(good(), ({ ciphertexts }) => { ciphertexts[0]!.a = negated(ciphertexts[0]!.a); }))).toEqual({ reason: 'MALFORMED', at: 'ciphertexts[0].a' });
    expect(faultOf(changed(good(), ({ proofs }) => { proofs[0]!.commitments[3] += 'AAAA'; }))).toEqual({ reason: 'MALFORMED', at: 'proofs[0].commitments[3]' });
  });

  it('ciphertexts that cancel in a sum', () => {
    const cancelling = changed(good(), ({ ciphertexts }) => { ciphertexts[1] = { ...ciphertexts[0]! }; ciphertexts[2] = { ...ciphertexts[0]! }; });
    expect(faultOf(cancelling)).toMatchObject({ reason: 'BAD_PROOF' });
    // P_01 + P_12 − P_02 with P_02 = P_01 + P_12 is the identity, which has no encoding in P-256.
    const { group } = setting;
    const sum = changed(good(), ({ ciphertexts: [first, second, third] }) => {
      for (const side of ['a', 'b'] as const) second![side] = pointText(group, group.add(readPoint(group, first![side], ''), readPoint(group, third![side], '')));
    });
    expect(faultOf(sum)).toEqual({ reason: 'MALFORMED', at: '' });
  });

  it('another kind, and another number of things', () => {
    expect(faultOf(changed(good(), (copy) => { copy.kind = 'plurality'; }))).toEqual({ reason: 'MALFORMED', at: 'kind' });
    expect(faultOf(changed(good(), (copy) => { copy.proofs.pop(); }))).toEqual({ reason: 'MALFORMED', at: 'proofs' });
    expect(faultOf(changed(good(), (copy) => { copy.ciphertexts.push(copy.ciphertexts[0]!); }))).toEqual({ reason: 'MALFORMED', at: 'ciphertexts' });
    for (const nonsense of [null, 7, 'x', [], {}, { format: 'jari-ballot/2' }]) expect(faultOf(nonsense)).toMatchObject({ reason: 'MALFORMED' });
  });

  it('anything with one thing in it changed', () => {
    const content = good();
    for (let trial = 0; trial < 80; trial++) {
      const { value, at } = damaged(content);
      expect([at, verifyBallot(setting, { credential: voter, content: value })]).not.toEqual([at, null]);
    }
  });
});

describe('a batch', () => {
  const voters = Array.from({ length: 18 }, () => credential());
  const ballots = voters.map((one) => ({ credential: one, content: encryptBallot(setting, one, [[2], [0], [1]]).content }));
  const shifted = (content: ReturnType<typeof good>, proof: number, by: bigint): ReturnType<typeof good> => changed(content, ({ proofs }) => {
    const { group } = setting;
    proofs[proof]!.responses[0] = scalarText(group, mod(readScalar(group, proofs[proof]!.responses[0]!, '') + by, group.order));
  });
  const faultsAt = (list: typeof ballots): (number | undefined)[] => verifyBallots(setting, list).flatMap((fault, at) => (fault === null ? [] : [at]));

  it('of good ones holds', () => expect(faultsAt(ballots)).toEqual([]));

  it('names the one false proof hidden among good ones', () => {
    const hidden = ballots.map((one, at) => (at === 13 ? { ...one, content: shifted(one.content, 2, 1n) } : one));
    const faults = verifyBallots(setting, hidden);
    expect(faults.filter((fault) => fault !== null)).toEqual([{ reason: 'BAD_PROOF', at: 'pair:1,2' }]);
    expect(faults[13]).not.toBeNull();
  });

  it('is not passed by two false proofs that cancel under equal weights', () => {
    expect(faultsAt(ballots.map((one, at) => (at === 3 ? { ...one, content: shifted(one.content, 0, 9n) } : at === 4 ? { ...one, content: shifted(one.content, 0, -9n) } : one)))).toEqual([3, 4]);
    expect(faultsAt([{ ...ballots[0]!, content: shifted(shifted(ballots[0]!.content, 0, 9n), 1, -9n) }])).toEqual([0]);
  });

  it('keeps the good ones beside what cannot be decoded', () => {
    const broken = ballots.map((one, at) => (at % 7 === 0 ? { ...one, content: null as never } : one));
    expect(faultsAt(broken)).toEqual([0, 7, 14]);
  });
});

it('decodes what it encoded', () => {
  const content = good();
  expect(decodeContent(setting, content).proofs).toHaveLength(4);
  expect(decodeContent(setting, JSON.parse(JSON.stringify(content))).ciphertexts).toHaveLength(3);
});
