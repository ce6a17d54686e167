import { defineQualificationRule } from '../qualification-rule.js';

/** A post on the freeze list is not given out before the protection ends. */
export const protectedPost = defineQualificationRule({
  code: 'PROTECTED_POST',
  hindrance: (_candidate, { protectionReason, protectedUntil }, on) =>
    protectionReason !== null && protectedUntil !== null && on < protectedUntil
      ? { until: protectedUntil, protection: protectionReason }
      : null,
});
