import type { Method } from './method.js';
import { schulzeStanding } from './strongest-paths.js';

/** Schulze with links of margins: the strength of a victory is the ballots for it less those against it (Schulze 2011, "margin"). */
export const schulzeMargins: Method = {
  code: 'schulze-margins',
  ofBallots: (_, pairs) => schulzeStanding(pairs, 'margins'),
  ofPairs: (pairs) => schulzeStanding(pairs, 'margins'),
};
