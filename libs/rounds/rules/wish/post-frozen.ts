import { wishRule } from '../rule.js';
import { byMode, MODE_ONLY } from '../modes.js';

/** A protected post is on the freeze list with its reason and expiry: nobody is placed there. */
export const postFrozen = wishRule({
  code: 'POST_FROZEN',
  shape: MODE_ONLY,
  standard: { mode: 'GATE' },
  apply: ({ mode }) => ({ seatFrozen }) => (seatFrozen ? byMode(mode) : null),
});
