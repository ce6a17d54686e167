import { byVotes } from './by-votes.js';
import type { Method } from './method.js';

/** A ballot approves everybody it lists, in whatever order; most approvals win. Source: Brams & Fishburn 1978, Approval Voting. */
export const approval: Method = {
  code: 'approval',
  ofBallots: ({ candidates, counts, start, items }) => {
    const totals = candidates.map(() => 0);
    for (let ballot = 0; ballot < counts.length; ballot++) {
      for (let at = start[ballot]!; at < start[ballot + 1]!; at++) totals[items[at]! >> 1]! += counts[ballot]!;
    }
    return byVotes({ totals });
  },
  ofOptions: byVotes,
};
