import { MODE_ONLY } from '../modes.js';
import { wishRule } from '../rule.js';
import { structuralFit } from './structural-fit.js';

/** The post asks for certain job series (직렬). */
export const fitSeries = wishRule({
  code: 'FIT_SERIES',
  shape: MODE_ONLY,
  standard: { mode: 'GATE' },
  apply: ({ mode }) => structuralFit('FIT_SERIES', 'JOB_SERIES', mode),
});
