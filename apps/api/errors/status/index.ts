import type { ErrorCode } from '#contracts';
import { BALLOTS_STATUS } from './ballots.js';
import { ORGANIZATION_STATUS } from './organization.js';
import { PLATFORM_STATUS } from './platform.js';
import { PREFERENCES_STATUS } from './preferences.js';
import { REPORTING_STATUS } from './reporting.js';
import { ROUNDS_STATUS } from './rounds.js';

/** Error code → HTTP status. A code without a status does not compile. */
export const HTTP_STATUS: Readonly<Record<ErrorCode, number>> = {
  ...PLATFORM_STATUS,
  ...ORGANIZATION_STATUS,
  ...PREFERENCES_STATUS,
  ...ROUNDS_STATUS,
  ...BALLOTS_STATUS,
  ...REPORTING_STATUS,
};
