import { ballotHashOf, credentialOf, encryptBallot, newCredentialSecret } from '#ballot-box';
import { PlayedElection } from '../../../libs/ballot-box/testing/index.js';
import type { TestFile } from '../voting/test-file.js';
import { checkOpening, isFingerprint, type OpeningFault } from './check-opening.js';

const election = new PlayedElection({ candidates: ['가', '나'], nota: true, n: 1, k: 1 });
const { spec, setting, electionId } = election.open;
const credential = credentialOf(spec.ballotId, newCredentialSecret()).publicKey;
const { content, opening } = encryptBallot(setting, credential, [[1], [0], [2]]);
const file: TestFile = { format: 'jari-ballot-opening/1', spec, credential, ballotHash: ballotHashOf(content), content, opening };

describe('checking a tested ballot', () => {
  it('computes the hash, the choice and the election of an honest one', () => {
    expect(checkOpening(JSON.stringify(file))).toMatchObject({ ballotHash: file.ballotHash, choice: [[1], [0], [2]], open: { electionId } });
  });

  const other = encryptBallot(setting, credential, [[0], [1], [2]]);
  const unproved = { ...content, proofs: [...content.proofs].reverse() };
  it.each<[string, object, OpeningFault]>([
    ['another choice than the encrypted one', { opening: { ...opening, choice: [[0], [1], [2]] } }, 'opening'],
    ['a choice that is none', { opening: { ...opening, choice: [[0], [0], [2]] } }, 'opening'],
    ['the randomness of another ballot', { opening: other.opening }, 'opening'],
    ['randomness that is cut short', { opening: { ...opening, randomness: opening.randomness.slice(1) } }, 'opening'],
    ['another ballot under the same hash', { content: other.content, opening: other.opening }, 'fingerprint'],
    ['proofs that do not hold', { content: unproved, ballotHash: ballotHashOf(unproved) }, 'proofs'],
    ['a credential that the proofs are not bound to', { credential: credentialOf(spec.ballotId, newCredentialSecret()).publicKey }, 'proofs'],
    ['a specification that does not hold', { spec: { ...spec, n: 2 } }, 'specification'],
    ['another format', { format: 'jari-ballot-opening/2' }, 'unreadable'],
    ['no opening', { opening: null }, 'unreadable'],
    ['an opening that is no list', { opening: { choice: [1], randomness: [] } }, 'unreadable'],
  ])('finds %s', (_, changes, fault) => {
    expect(checkOpening(JSON.stringify({ ...file, ...changes }))).toEqual({ fault });
  });

  it.each(['', 'null', '[]', '"text"', JSON.stringify(file).slice(0, -9)])('reads no file in %j', (text) => {
    expect(checkOpening(text)).toEqual({ fault: 'unreadable' });
  });

  it('shows a specification with renamed options as another election', () => {
    const renamed = { ...spec, options: spec.options.map((option, at) => ({ ...option, name: spec.options[1 - at]?.name ?? option.name })) };
    const result = checkOpening(JSON.stringify({ ...file, spec: renamed }));
    // The proofs are bound to the election, so that this ballot is none in it.
    expect(result).toEqual({ fault: 'proofs' });
  });
});

it('takes a fingerprint with spaces or its beginning, not a short or a wrong one', () => {
  const { ballotHash } = file;
  expect([ballotHash, ` ${ballotHash.slice(0, 10)} ${ballotHash.slice(10)}\n`, ballotHash.slice(0, 20)].map((noted) => isFingerprint(noted, ballotHash))).toEqual([true, true, true]);
  expect(['', ballotHash.slice(0, 19), `${ballotHash.slice(0, 20)}A*`, `${ballotHash}A`, ballotHash.slice(1)].map((noted) => isFingerprint(noted, ballotHash))).toEqual([false, false, false, false, false]);
});
