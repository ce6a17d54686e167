import { credentialListHashOf, newSigningKey, sign, signEndorsement, writeBoard, type Board, type Entry } from '#ballot-box';
import { busyElection, damaged, playKeygen, tampered, without, type MutableBoard } from '../../libs/ballot-box/testing/index.js';
import { both, refused, runSecond } from './both-verifiers.js';
import { entry, flipped, IDENTITY } from './odd-texts.js';

const keygen = playKeygen({ n: 3, k: 2 });
const election = busyElection(keygen);
const board = await election.tally();

describe('both verifiers refuse the board', () => {
  const cases: Record<string, [(copy: MutableBoard) => void, string, string | null]> = {
    'an envelope flipped': [(copy) => { const at = entry(copy, 4).envelope; at.signature = flipped(at.signature); }, 'chain', 'entry 4'],
    'a ciphertext flipped': [(copy) => { const at = entry(copy, 1).content.ciphertexts[0]!; at.a = flipped(at.a); }, 'chain', 'entry 1'],
    'a hash flipped': [(copy) => { const at = entry(copy, 3); at.hash = flipped(at.hash); }, 'chain', 'entry 3'],
    'an entry dropped': [(copy) => { copy.entries.splice(2, 1); }, 'chain', 'entry 3'],
    'two entries swapped': [(copy) => { [copy.entries[1], copy.entries[2]] = [copy.entries[2]!, copy.entries[1]!]; }, 'chain', 'entry 2'],
    'an entry repeated': [(copy) => { copy.entries.splice(4, 0, copy.entries[3]!); }, 'chain', 'entry 5'],
    'two numbers exchanged': [(copy) => { [entry(copy, 1).intakeIndex, entry(copy, 3).intakeIndex] = [2, 1]; }, 'chain', 'entry 1'],
    'the tail cut': [(copy) => { copy.entries.pop(); }, 'close', null],
    'an entry of another type': [(copy) => { entry(copy, 3).type = 'packed'; }, 'format', 'entry 3'],
    'an entry with one member more': [(copy) => { Object.assign(copy.entries[5]!, { note: 1 }); }, 'format', 'entry 6'],
    'an entry with one member less': [(copy) => { copy.entries[5] = without(copy.entries[5]!, 'previous') as Entry; }, 'format', 'entry 6'],
    'a revision that is no integer': [(copy) => { entry(copy, 1).envelope.revision = 1.5; }, 'format', 'entry 1'],
    'another closing time': [(copy) => { copy.spec = { ...copy.spec, closesAt: '2027-01-05T08:00:00Z' }; }, 'trustee-signatures', 'trustee 1'],
    'another quorum': [(copy) => { copy.spec = { ...copy.spec, quorum: 0 }; }, 'trustee-signatures', 'trustee 1'],
    'a rule that does not go with the kind': [(copy) => { copy.spec = { ...copy.spec, strength: 'margins' }; }, 'specification', null],
    'one signature of a trustee short': [(copy) => { copy.specSignatures = copy.specSignatures.slice(1); }, 'trustee-signatures', null],
    'another joint key': [(copy) => { copy.spec = { ...copy.spec, jointKey: copy.spec.trustees[0]!.encryptionKey }; }, 'trustee-keys', null],
    'a credential exchanged': [(copy) => { copy.credentials = [...copy.credentials.slice(1), newSigningKey().publicKey]; }, 'credentials', null],
    'a credential twice': [(copy) => { copy.credentials = [copy.credentials[0]!, ...copy.credentials.slice(0, 3)]; }, 'credentials', 'slot 2'],
    'a credential of small order': [(copy) => { copy.credentials = [IDENTITY, ...copy.credentials.slice(1)]; }, 'format', null],
    'a list that the registrar did not sign': [(copy) => { copy.credentials = [...copy.credentials].reverse(); copy.spec = { ...copy.spec, credentialListHash: credentialListHashOf(copy.credentials) }; }, 'registrar', null],
    'a board still open': [(copy) => { copy.close = null; }, 'close', null],
    'no result': [(copy) => { copy.result = null; }, 'result', null],
    'another winner': [(copy) => { copy.result = { ...copy.result!, winners: ['c2'] }; }, 'result', null],
    'other totals': [(copy) => { copy.result = { ...copy.result!, totals: [1, 2, 2] }; }, 'result', null],
    'a lying share': [(copy) => { copy.shares = [{ ...copy.shares[0]!, factors: copy.shares[1]!.factors }, copy.shares[1]!]; }, 'shares', 'trustee 1'],
    'a lying share, signed': [(copy) => { copy.shares = [copy.shares[0]!, resign(copy.shares[1]!, copy.shares[0]!.factors)]; }, 'shares', 'trustee 2'],
    'a share twice': [(copy) => { copy.shares = [copy.shares[0]!, copy.shares[0]!]; }, 'shares', 'trustee 1'],
    'too few shares': [(copy) => { copy.shares = copy.shares.slice(1); }, 'result', null],
    'too few endorsements': [(copy) => { copy.endorsements = copy.endorsements.slice(1); }, 'shares', null],
    'an endorsement of another sum': [(copy) => { copy.endorsements = [...copy.endorsements.slice(0, 2), otherSum]; }, 'endorsements', 'trustee 3'],
    'an endorsement that is not signed': [(copy) => { copy.endorsements = [{ ...copy.endorsements[0]!, trustee: 2 }, ...copy.endorsements.slice(1)]; }, 'endorsements', 'trustee 2'],
  };
  const resign = (share: Board['shares'][number], factors: Board['shares'][number]['factors']): Board['shares'][number] => sign('decryption-share', { ...without(share, 'signature'), factors }, election.desks[1]!.keys.signing);
  const otherSum = signEndorsement({ ...without(board.endorsements[2]!, 'format', 'signature'), aggregateHash: board.spec.rollHash }, election.desks[2]!.keys.signing);

  it.each(Object.entries(cases))('%s', async (_name, [change, check, names]) => {
    expect(await both(tampered(board, change))).toEqual(refused(check, names));
  });

  it('whatever one random thing is changed', async () => {
    for (let time = 1; time <= 8; time++) {
      const { value, at } = damaged(board);
      const [first, second] = await both(value);
      expect([at, first === 'holds', second === 'holds']).toEqual([at, false, false]);
    }
  });

  it('a name repeated within an object, what is no JSON, and JSON that is no board', async () => {
    const text = writeBoard(board);
    const repeated = text.replace('"intakeIndex":1,', '"intakeIndex":2,"intakeIndex":1,');
    for (const bad of [repeated, text.slice(0, -3), '['.repeat(100_000)]) expect((await runSecond(bad)).code).toBe(2);
    for (const bad of [text.replace('"index":1,', '"index":1.25,'), '[]', 'null', '"board"']) {
      const { code, output } = await runSecond(bad);
      expect([code, /^FAULT {2}format/m.test(output)]).toEqual([1, true]);
    }
  });
});
