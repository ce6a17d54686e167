export const ORGANIZATION_ERROR_CODES = [] as const satisfies readonly string[];

export type OrganizationErrorCode = (typeof ORGANIZATION_ERROR_CODES)[number];
