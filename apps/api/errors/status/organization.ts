import type { OrganizationErrorCode } from '#contracts';

export const ORGANIZATION_STATUS = {} as const satisfies Record<OrganizationErrorCode, number>;
