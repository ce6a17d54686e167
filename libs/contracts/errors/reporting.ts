export const REPORTING_ERROR_CODES = ['REPORT_TABLE_NOT_YET'] as const satisfies readonly string[];

export type ReportingErrorCode = (typeof REPORTING_ERROR_CODES)[number];
