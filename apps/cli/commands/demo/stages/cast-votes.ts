import { castVote } from '../ballots/booth.js';
import type { Election } from '../ballots/election.js';
import type { PlannedVote } from '../ballots/vote-plan.js';
import { each } from '../http/each.js';
import { VOTING } from '../season/calendar.js';
import { goTo, hr, type Season } from '../season/season.js';
import { activatePeople } from './accounts.js';

/** After so many votes the worker looks at what has come in; the others go on voting. */
const CHECKED_EVERY = 16;

const TITLES = [['첫째 날', 'first day'], ['둘째 날', 'second day'], ['셋째 날', 'third day'], ['마지막 날', 'last day']] as const;

interface Cast {
  readonly election: Election;
  readonly vote: PlannedVote;
}

/** One voting day: everybody's first votes, then those of whoever thinks better of it. */
export const castVotes = async (season: Season, day: number): Promise<void> => {
  const { elections, progress, product } = season;
  const votes = elections.flatMap((election) => election.plan.votes.filter((vote) => vote.day === day).map((vote): Cast => ({ election, vote })));
  const [ko, en] = TITLES[day] ?? TITLES[0];
  goTo(season, VOTING[day] ?? VOTING[0], '14:00');
  await progress.stage({ ko: `투표, ${ko}`, en: `votes, ${en}` }, votes.length, async ({ tick }) => {
    await activatePeople(season, hr(season), [...new Set(votes.map(({ vote }) => vote.employeeNumber))], () => undefined);
    const checks: Promise<unknown>[] = [];
    let cast = 0;
    for (const revision of [1, 2]) {
      await each(votes.filter(({ vote }) => vote.revision === revision), async ({ election, vote }) => {
        await castVote(season, election, vote);
        tick();
        if (++cast % CHECKED_EVERY === 0) checks.push(product.runJobs());
      });
    }
    await Promise.all([...checks, product.runJobs()]);
  });
};
