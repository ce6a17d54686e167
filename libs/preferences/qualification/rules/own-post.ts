import { defineQualificationRule } from '../qualification-rule.js';

/** Nobody is transferred to the post they hold. */
export const ownPost = defineQualificationRule({
  code: 'OWN_POST',
  hindrance: ({ currentPositionId }, { id }) => (currentPositionId === id ? {} : null),
});
