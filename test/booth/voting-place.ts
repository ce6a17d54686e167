import { isEnvelopeSigned, isTestNoticeSigned, newCredentialSecret, credentialOf, signReceipt, trackerOf, type BallotContent, type Envelope, type Spec, type TestNotice } from '#ballot-box';
import { PlayedElection } from '../../libs/ballot-box/testing/index.js';
import type { Embedding } from './booth-server.js';

export interface Sent { readonly envelope: Envelope; readonly content: BallotContent }

export interface VotingPlace {
  readonly election: PlayedElection;
  readonly publicKey: string;
  readonly secret: string;
  embedding(changes?: { readonly message?: object; readonly answer?: Embedding['answer'] }): Embedding;
}

/** A played election and a voter of it, with an intake that signs receipts for what is signed. */
export function votingPlace(candidates: readonly string[], spec: Partial<Spec> = {}, nota = true): VotingPlace {
  const election = new PlayedElection({ candidates, nota, spec, n: 1, k: 1 });
  const secret = newCredentialSecret();
  const { publicKey } = credentialOf(election.open.spec.ballotId, secret);
  const answer: Embedding['answer'] = (path, body) => {
    if (path === '/api/tests') return isTestNoticeSigned((body as { notice: TestNotice }).notice) ? { status: 201, body: { intakeIndex: 1 } } : { status: 400, body: {} };
    const { envelope } = body as Sent;
    if (!isEnvelopeSigned(envelope)) return { status: 400, body: {} };
    const { electionId, credential, revision, ballotHash } = envelope;
    return { status: 201, body: signReceipt({ electionId, credential, revision, ballotHash, tracker: trackerOf(envelope), intakeIndex: 7, boardHead: electionId }, election.boardKey) };
  };
  return {
    election, publicKey, secret,
    embedding: (changes = {}) => ({
      message: { type: 'jari-booth/open', spec: election.open.spec, secret, slot: 3, revision: 0, previousTracker: null, language: 'ko', castUrl: '/api/votes', testUrl: '/api/tests', ...changes.message },
      answer: changes.answer ?? answer,
    }),
  };
}
