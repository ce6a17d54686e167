import type { PermissionTable } from './permission-table.js';

export const ORGANIZATION_PERMISSIONS = {} as const satisfies PermissionTable;
