import { trackerOf, type Board } from '#ballot-box';
import { credentialOfVoter, nextEnvelope, send } from '../ballots/booth.js';
import type { EncryptedVote } from '../ballots/booth-task.js';
import { openedOf, type Election } from '../ballots/election.js';
import { refused } from '../http/refused.js';
import { DAYS } from '../season/calendar.js';
import { goTo, hr, type Season } from '../season/season.js';

/** The third is away that day: four endorse, which is enough. */
const PRESENT = [1, 2, 4, 5];
/** Rejected on each board: the forged ballot and the copied one. */
const REJECTED = 2;

const boardOf = (season: Season, { id }: Election): Promise<Board> => hr(season).get<Board>(`/api/ballots/${id}/board`);

/** Somebody who comes a minute late. */
const comeLate = async ({ people }: Season, election: Election): Promise<void> => {
  const [vote] = election.plan.votes.filter(({ employeeNumber }) => employeeNumber !== election.plan.forger && employeeNumber !== election.plan.copier);
  if (vote === undefined) return;
  const { content } = await (openedOf(election).encrypted.get(vote) as Promise<EncryptedVote>);
  const person = people.as(vote.employeeNumber);
  const envelope = await nextEnvelope(election, person, credentialOfVoter(election, vote.employeeNumber), content);
  await refused('BALLOT_NOT_OPEN', () => send(election, person, envelope, content));
  election.turnedAway += 1;
};

/** In the checking period voters hold their receipts against the closed board. @throws Error when one is not honoured */
const checkReceipts = (election: Election, { entries, close }: Board): void => {
  const rejected = entries.filter(({ type }) => type === 'rejected').length;
  if (close === null || rejected !== REJECTED) throw new Error(`The board on ${election.plan.position} is not closed, or ${rejected} entries are rejected`);
  const standing = new Map(entries.flatMap((entry) => (entry.type === 'ballot' || entry.type === 'rejected' ? [[trackerOf(entry.envelope), entry.intakeIndex] as const] : [])));
  for (const { tracker, intakeIndex } of election.receipts) if (standing.get(tracker) !== intakeIndex) throw new Error('A receipt is not honoured by the board');
};

/** Closed by its job, checked for a day, endorsed by four trustees, opened by three. */
export const countBallots = async (season: Season): Promise<void> => {
  const { elections, progress, product, offices } = season;
  goTo(season, DAYS.ballotCloses, '18:00');
  await progress.stage({ ko: '투표 마감과 접수증 대조', en: 'ballots closed, receipts checked' }, elections.length, async ({ tick }) => {
    await product.runJobs();
    for (const election of elections) {
      await comeLate(season, election);
      checkReceipts(election, await boardOf(season, election));
      election.turnout = await hr(season).get<{ eligible: number; cast: number }>(`/api/ballots/${election.id}/turnout`);
      tick();
    }
    await season.booths.close();
  });
  goTo(season, DAYS.count, '09:00');
  await progress.stage({ ko: '관리인의 재검산과 개표', en: 'trustees recount, endorse, open' }, elections.length, async ({ tick }) => {
    for (const election of elections) {
      await offices.count(election.id, PRESENT);
      await product.runJobs();
      election.board = await boardOf(season, election);
      if (election.board.result?.totals == null) throw new Error(`The ballot on ${election.plan.position} was not counted`);
      tick();
    }
  });
};
