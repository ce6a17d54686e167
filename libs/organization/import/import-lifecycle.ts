import { Lifecycle } from '#platform';
import type { ImportState } from './import-state.js';

/** FAULTY is an end: a corrected file is a new batch. APPLYING → FAULTY when the data changed since the check. */
export const importLifecycle = new Lifecycle<ImportState>(
  'import',
  { CHECKING: ['CHECKED', 'FAULTY', 'FAILED'], CHECKED: ['APPLYING'], FAULTY: [], APPLYING: ['APPLIED', 'FAULTY', 'FAILED'], APPLIED: [], FAILED: [] },
  'CHECKING',
  ['FAULTY', 'APPLIED', 'FAILED'],
);
