import { MODE_ONLY } from '../modes.js';
import { wishRule } from '../rule.js';
import { structuralFit } from './structural-fit.js';

/** The post asks for licences (자격). */
export const fitLicence = wishRule({
  code: 'FIT_LICENCE',
  shape: MODE_ONLY,
  standard: { mode: 'GATE' },
  apply: ({ mode }) => structuralFit('FIT_LICENCE', 'LICENCE', mode),
});
