import type { PermissionTable } from './permission-table.js';

export const REPORTING_PERMISSIONS = {} as const satisfies PermissionTable;
