import type { PairwiseTotals } from '../counting/totals.js';
import type { Method } from './method.js';
import { orderByScore, standingOf, type Standing } from './standing.js';

/**
 * One point for each candidate that more ballots put behind than before, a half for a draw; most points win. Scores are kept
 * doubled, in integers. Source: Copeland 1951; defined with the half in Saari & Merlin 1996, The Copeland method.
 */
export const copeland: Method = { code: 'copeland', ofBallots: (_, pairs) => copelandOfPairs(pairs), ofPairs: copelandOfPairs };

function copelandOfPairs({ options, before }: PairwiseTotals): Standing {
  const doubled = Array.from({ length: options }, () => 0);
  for (let a = 0; a < options; a++) {
    for (let b = 0; b < options; b++) {
      if (a === b) continue;
      const lead = before[a * options + b]! - before[b * options + a]!;
      doubled[a]! += lead > 0 ? 2 : lead === 0 ? 1 : 0;
    }
  }
  return { ...standingOf(orderByScore([...doubled.keys()], (option) => doubled[option]!)), scores: doubled.map((score) => score / 2) };
}
