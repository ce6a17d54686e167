import { CLOSE_ACCOUNT, CloseAccountHandler } from './employee/jobs/close-account.job.js';
import { APPLY_IMPORT } from './import/jobs/apply-import.job.js';
import { CHECK_IMPORT } from './import/jobs/check-import.job.js';
import { ApplyImportHandler, CheckImportHandler } from './import/jobs/import-handlers.js';

/** Every kind of job of this room. */
export const ORGANIZATION_JOBS = [CHECK_IMPORT, APPLY_IMPORT, CLOSE_ACCOUNT] as const;

/** One handler for each. */
export const ORGANIZATION_JOB_HANDLERS = [CheckImportHandler, ApplyImportHandler, CloseAccountHandler] as const;
