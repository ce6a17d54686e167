import { MODE_ONLY } from '../modes.js';
import { wishRule } from '../rule.js';
import { structuralFit } from './structural-fit.js';

/** The post has a grade band (계급). */
export const fitGrade = wishRule({
  code: 'FIT_GRADE',
  shape: MODE_ONLY,
  standard: { mode: 'GATE' },
  apply: ({ mode }) => structuralFit('FIT_GRADE', 'GRADE_BAND', mode),
});
