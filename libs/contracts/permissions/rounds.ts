import type { PermissionTable } from './permission-table.js';

export const ROUNDS_PERMISSIONS = {} as const satisfies PermissionTable;
