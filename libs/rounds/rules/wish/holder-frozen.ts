import { wishRule } from '../rule.js';
import { byMode, MODE_ONLY } from '../modes.js';

/** A frozen post keeps its holder. A victim of harassment may leave any post. */
export const holderFrozen = wishRule({
  code: 'HOLDER_FROZEN',
  shape: MODE_ONLY,
  standard: { mode: 'GATE' },
  apply: ({ mode }) => ({ person, fromFrozen }) =>
    fromFrozen && !person.displaced && !person.hardship.includes('HARASSMENT_VICTIM') ? byMode(mode) : null,
});
