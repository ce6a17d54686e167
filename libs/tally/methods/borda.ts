import type { PairwiseTotals } from '../counting/totals.js';
import { groupEnd } from '../profile/profile.js';
import type { Method } from './method.js';
import { orderByScore, standingOf, type Standing } from './standing.js';

/**
 * n−1 points for the first place down to 0 for the last; candidates tied on a ballot share the mean of their places, and those
 * it does not list share the mean of the last ones. Most points win. Points are kept doubled, so that means stay integers.
 * Source: Borda 1781 (1784), Mémoire sur les élections au scrutin; ties as in Black 1976, Partial justification of the Borda count.
 */
export const borda: Method = {
  code: 'borda',
  ofBallots: ({ candidates, counts, start, items }) => {
    const options = candidates.length;
    const doubled = new Float64Array(options);
    const listedBy = new Int32Array(options);
    for (let ballot = 0; ballot < counts.length; ballot++) {
      const begin = start[ballot]!;
      const end = start[ballot + 1]!;
      for (let at = begin, next = at; at < end; at = next) {
        next = groupEnd(items, at, end);
        // The mean of the places (at − begin) to (next − begin − 1) from above, doubled.
        const points = 2 * (options - 1) - (at - begin) - (next - begin - 1);
        for (let member = at; member < next; member++) {
          doubled[items[member]! >> 1]! += points * counts[ballot]!;
          listedBy[items[member]! >> 1] = ballot + 1;
        }
      }
      const unlisted = options - (end - begin);
      for (let option = 0; unlisted > 0 && option < options; option++) {
        if (listedBy[option] !== ballot + 1) doubled[option]! += (unlisted - 1) * counts[ballot]!;
      }
    }
    return standing(doubled);
  },
  ofPairs: bordaOfPairs,
};

/**
 * For complete strict rankings only: an option's points are the candidates it stands before, summed over the ballots.
 * @throws RangeError when the two sides of the pairs do not add up to one number, so that there were ties
 */
function bordaOfPairs({ options, before }: PairwiseTotals): Standing {
  const doubled = new Float64Array(options);
  const ballots = options > 1 ? before[1]! + before[options]! : 0;
  for (let a = 0; a < options; a++) {
    for (let b = 0; b < options; b++) {
      if (a === b) continue;
      if (before[a * options + b]! + before[b * options + a]! !== ballots) throw new RangeError('Borda needs pairwise totals of complete strict rankings');
      doubled[a]! += 2 * before[a * options + b]!;
    }
  }
  return standing(doubled);
}

function standing(doubled: Float64Array): Standing {
  return { ...standingOf(orderByScore([...doubled.keys()], (option) => doubled[option]!)), scores: Array.from(doubled, (points) => points / 2) };
}
