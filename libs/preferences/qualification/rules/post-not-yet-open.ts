import { defineQualificationRule } from '../qualification-rule.js';

/** A post that begins after the day (a decided reorganisation) cannot be taken up on it. */
export const postNotYetOpen = defineQualificationRule({
  code: 'POST_NOT_YET_OPEN',
  hindrance: (_candidate, { validFrom }, on) => (validFrom > on ? { on: validFrom } : null),
});
