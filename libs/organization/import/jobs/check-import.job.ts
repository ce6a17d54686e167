import { defineJob } from '#platform';

export interface ImportJobPayload {
  readonly [key: string]: string;
  readonly batchId: string;
}

/** The dry run of a large file. */
export const CHECK_IMPORT = defineJob<ImportJobPayload>('import.check', { maxAttempts: 5 });
