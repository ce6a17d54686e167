import type { ReportingErrorCode } from '#contracts';

export const REPORTING_STATUS = { REPORT_TABLE_NOT_YET: 409 } as const satisfies Record<ReportingErrorCode, number>;
