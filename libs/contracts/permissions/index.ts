import type { Role } from '../roles.js';
import { BALLOTS_PERMISSIONS } from './ballots.js';
import { ORGANIZATION_PERMISSIONS } from './organization.js';
import { PLATFORM_PERMISSIONS } from './platform.js';
import { PREFERENCES_PERMISSIONS } from './preferences.js';
import { REPORTING_PERMISSIONS } from './reporting.js';
import { ROUNDS_PERMISSIONS } from './rounds.js';

/** The one table of who may do what. Every route names one of its keys. */
export const PERMISSIONS = {
  ...PLATFORM_PERMISSIONS,
  ...ORGANIZATION_PERMISSIONS,
  ...PREFERENCES_PERMISSIONS,
  ...ROUNDS_PERMISSIONS,
  ...BALLOTS_PERMISSIONS,
  ...REPORTING_PERMISSIONS,
} as const;

export type Permission = keyof typeof PERMISSIONS;

/** Whether any of the roles carries the permission. */
export const isPermitted = (permission: Permission, roles: readonly Role[]): boolean => {
  const allowed: readonly Role[] = PERMISSIONS[permission];
  return roles.some((role) => allowed.includes(role));
};
