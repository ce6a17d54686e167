import { asNumber, Shares } from '../counting/shares.js';
import { groupEnd } from '../profile/profile.js';
import { byVotes } from './by-votes.js';
import type { Method } from './method.js';
import { orderByScore, standingOf } from './standing.js';

/**
 * Each ballot is one vote for its first group, shared equally if several are tied there; most votes win. A ballot that lists
 * nobody votes for nobody. Source: the rule of a single vote, as in Brams & Fishburn 2002, Voting Procedures (Handbook of Social Choice and Welfare).
 */
export const plurality: Method = {
  code: 'plurality',
  ofBallots: ({ candidates, counts, start, items }) => {
    const shares = new Shares(candidates.length);
    for (let ballot = 0; ballot < counts.length; ballot++) {
      const begin = start[ballot]!;
      if (start[ballot + 1] === begin) continue;
      const end = groupEnd(items, begin, start[ballot + 1]!);
      for (let at = begin; at < end; at++) shares.add(items[at]! >> 1, end - begin, counts[ballot]!);
    }
    const { votes, one } = shares.exact();
    return { ...standingOf(orderByScore([...candidates.keys()], (option) => votes[option]!)), scores: votes.map((sum) => asNumber(sum, one)) };
  },
  ofOptions: byVotes,
};
