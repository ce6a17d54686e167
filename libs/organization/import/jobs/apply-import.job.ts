import { defineJob } from '#platform';
import type { ImportJobPayload } from './check-import.job.js';

/** The application of a large checked file, all or nothing. */
export const APPLY_IMPORT = defineJob<ImportJobPayload>('import.apply', { maxAttempts: 5 });
