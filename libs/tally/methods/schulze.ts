import type { Method } from './method.js';
import { schulzeStanding } from './strongest-paths.js';

/** Schulze with links of winning votes: the strength of a victory is the number of ballots for it (Schulze 2011, "winning votes"). */
export const schulze: Method = {
  code: 'schulze',
  ofBallots: (_, pairs) => schulzeStanding(pairs, 'winning-votes'),
  ofPairs: (pairs) => schulzeStanding(pairs, 'winning-votes'),
};
