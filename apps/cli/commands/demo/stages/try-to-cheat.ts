import type { BallotContent, Board, Receipt } from '#ballot-box';
import { credentialOfVoter, nextEnvelope, send } from '../ballots/booth.js';
import type { EncryptedVote } from '../ballots/booth-task.js';
import { openedOf, type Election } from '../ballots/election.js';
import { refused } from '../http/refused.js';
import { hr, type Season } from '../season/season.js';

type Cast = Extract<Board['entries'][number], { readonly type: 'ballot' }>;

/** A browser that makes a ballot which is none: two proofs in each other's place. Intake cannot know; the board says so for all to see. */
const forge = async ({ people }: Season, election: Election): Promise<void> => {
  const { forger, votes } = election.plan;
  const vote = votes.find(({ employeeNumber }) => employeeNumber === forger);
  const made = vote && openedOf(election).encrypted.get(vote);
  const { content } = await (made as Promise<EncryptedVote>);
  const [first, second, ...rest] = content.proofs;
  const forged = { ...content, proofs: [second, first, ...rest] } as BallotContent;
  const person = people.as(forger);
  election.receipts.push(await send(election, person, await nextEnvelope(election, person, credentialOfVoter(election, forger), forged), forged));
};

/**
 * What somebody can do with another voter's ballot, which everybody may read on the board: hand it in as it is, which intake
 * refuses; hand in the content as one's own, which the board rejects; and hand in one's own old vote again, which changes nothing.
 */
const replay = async ({ people }: Season, election: Election): Promise<void> => {
  const { copier } = election.plan;
  const person = people.as(copier);
  const credential = credentialOfVoter(election, copier);
  const { entries } = await person.get<Board>(`/api/ballots/${election.id}/board`);
  const cast = entries.filter((entry): entry is Cast => entry.type === 'ballot');
  const other = cast.find(({ envelope }) => envelope.credential !== credential.publicKey);
  const own = cast.find(({ envelope }) => envelope.credential === credential.publicKey);
  if (other === undefined || own === undefined) throw new Error('The board lacks votes that were cast');
  await refused('NOT_YOUR_CREDENTIAL', () => send(election, person, other.envelope, other.content));
  election.turnedAway += 1;
  const content = other.content as BallotContent;
  const taken = await send(election, person, await nextEnvelope(election, person, credential, content), content);
  election.receipts.push(taken);
  const again = await send(election, person, own.envelope, own.content);
  if (!election.receipts.some((receipt: Receipt) => receipt.tracker === again.tracker && receipt.intakeIndex === again.intakeIndex)) throw new Error('An old vote was taken as a new one');
};

/** Attempts of the last day; the product must stand up to each of them. */
export const tryToCheat = async (season: Season): Promise<void> => {
  const { elections, progress, product } = season;
  await progress.stage({ ko: '무효 표와 재사용 시도', en: 'an invalid ballot, attempts to replay' }, elections.length, async ({ tick }) => {
    for (const election of elections) {
      await refused('TURNOUT_NOT_YET', () => hr(season).get(`/api/ballots/${election.id}/turnout`));
      await forge(season, election);
      await replay(season, election);
      tick();
    }
    await product.runJobs();
  });
};
