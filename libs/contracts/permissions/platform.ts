import { ROLES } from '../roles.js';
import type { PermissionTable } from './permission-table.js';

export const PLATFORM_PERMISSIONS = {
  'session.own': ROLES,
  'account.issueActivationCodes': ['HR_OFFICER', 'SYSTEM_ADMIN'],
  'account.issueResetCode': ['HR_OFFICER', 'SYSTEM_ADMIN'],
  'account.list': ['HR_OFFICER', 'SYSTEM_ADMIN', 'AUDITOR'],
  'account.create': ['SYSTEM_ADMIN'],
  'account.disable': ['SYSTEM_ADMIN'],
  'role.list': ['SYSTEM_ADMIN', 'AUDITOR'],
  'role.grant': ['SYSTEM_ADMIN'],
  'audit.read': ['AUDITOR'],
  'audit.verify': ['AUDITOR', 'SYSTEM_ADMIN'],
  'job.view': ROLES,
  'job.list': ['SYSTEM_ADMIN'],
  'job.manage': ['SYSTEM_ADMIN'],
} as const satisfies PermissionTable;
