import { signEnvelope, type BallotContent, type Choice, type Envelope, type Receipt, type SigningKey } from '#ballot-box';
import type { Person } from '../http/person.js';
import type { Season } from '../season/season.js';
import type { EncryptedVote } from './booth-task.js';
import { openedOf, type Election } from './election.js';
import type { PlannedVote } from './vote-plan.js';

/** A choice by the numbers on the ballot, best first. */
export const choiceOf = ({ opened }: Election, { choice }: PlannedVote): Choice => choice.map((name) => [opened?.options.get(name) ?? -1]);

export const credentialOfVoter = (election: Election, employeeNumber: string): SigningKey => {
  const key = openedOf(election).letters.get(employeeNumber);
  if (key === undefined) throw new Error('A voter got no letter from the audit office');
  return key;
};

/** Signs a content as the next revision of one's vote, by what the server says was the last. */
export const nextEnvelope = async (election: Election, person: Person, credential: SigningKey, content: BallotContent): Promise<Envelope> => {
  const { revision, tracker } = await person.get<{ revision: number; tracker: string | null }>(`/api/me/ballots/${election.id}/vote`);
  return signEnvelope({ electionId: openedOf(election).open.electionId, content, revision: revision + 1, previousTracker: tracker }, credential);
};

export const send = (election: Election, person: Person, envelope: Envelope, content: unknown): Promise<Receipt> =>
  person.post<Receipt>(`/api/me/ballots/${election.id}/votes`, { envelope, content });

/** The whole way of one vote: what the voter's machine has made ready is signed and sent, and the receipt kept. */
export const castVote = async ({ people }: Season, election: Election, vote: PlannedVote): Promise<void> => {
  const { content } = await (openedOf(election).encrypted.get(vote) as Promise<EncryptedVote>);
  const person = people.as(vote.employeeNumber);
  const envelope = await nextEnvelope(election, person, credentialOfVoter(election, vote.employeeNumber), content);
  election.receipts.push(await send(election, person, envelope, content));
};
