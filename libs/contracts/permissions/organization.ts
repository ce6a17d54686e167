import { ROLES } from '../roles.js';
import type { PermissionTable } from './permission-table.js';

export const ORGANIZATION_PERMISSIONS = {
  'orgUnit.list': ROLES,
  'orgUnit.manage': ['HR_OFFICER', 'SYSTEM_ADMIN'],
  'position.list': ROLES,
  'position.manage': ['HR_OFFICER'],
  'position.listHolders': ['HR_OFFICER', 'MAYOR', 'AUDITOR'],
  'employee.readOwn': ROLES,
  'employee.list': ['HR_OFFICER', 'MAYOR', 'AUDITOR'],
  'employee.manage': ['HR_OFFICER'],
  'assignment.manage': ['HR_OFFICER'],
  'plannedAssignment.list': ['HR_OFFICER', 'MAYOR', 'AUDITOR'],
  'plannedAssignment.manage': ['HR_OFFICER'],
  'absence.manage': ['HR_OFFICER'],
  'circumstance.manage': ['HR_OFFICER'],
  'circumstance.readByCase': ['AUDITOR'],
  'relation.manage': ['HR_OFFICER'],
  'reorganization.list': ['HR_OFFICER', 'MAYOR', 'AUDITOR'],
  'reorganization.manage': ['HR_OFFICER'],
  'import.manage': ['HR_OFFICER', 'SYSTEM_ADMIN'],
  'organization.export': ['HR_OFFICER', 'AUDITOR'],
} as const satisfies PermissionTable;
