import { defineQualificationRule } from '../qualification-rule.js';

/** A post that has ended by the day cannot be taken up. */
export const postClosed = defineQualificationRule({
  code: 'POST_CLOSED',
  hindrance: (_candidate, { validTo }, on) => (validTo !== null && validTo <= on ? { on: validTo } : null),
});
