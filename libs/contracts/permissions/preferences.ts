import type { PermissionTable } from './permission-table.js';

export const PREFERENCES_PERMISSIONS = {} as const satisfies PermissionTable;
