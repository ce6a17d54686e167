import type { ReportingErrorCode } from '#contracts';

export const REPORTING_STATUS = {} as const satisfies Record<ReportingErrorCode, number>;
