export const REPORTING_ERROR_CODES = [] as const satisfies readonly string[];

export type ReportingErrorCode = (typeof REPORTING_ERROR_CODES)[number];
