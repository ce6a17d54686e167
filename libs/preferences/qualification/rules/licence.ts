import { defineQualificationRule } from '../qualification-rule.js';

/** Every licence the post requires must be held. */
export const licence = defineQualificationRule({
  code: 'LICENCE',
  hindrance: ({ licences }, { requiredLicences }) => {
    const missing = requiredLicences.filter((required) => !licences.includes(required));
    return missing.length === 0 ? null : { missing: missing.join(', ') };
  },
});
