import type { PermissionTable } from './permission-table.js';

export const PREFERENCES_PERMISSIONS = {
  'wishList.own': ['EMPLOYEE'],
  'preparation.own': ['EMPLOYEE'],
  'favourite.own': ['EMPLOYEE'],
  'savedSearch.own': ['EMPLOYEE'],
  'catalogue.read': ['EMPLOYEE', 'MANAGER', 'DEPARTMENT_HEAD', 'HR_OFFICER', 'MAYOR', 'AUDITOR', 'COMMITTEE_MEMBER'],
  'applicant.read': ['DEPARTMENT_HEAD'],
  'staffRequest.own': ['DEPARTMENT_HEAD'],
  'staffRequest.readAll': ['HR_OFFICER'],
  'wish.readAll': ['HR_OFFICER'],
} as const satisfies PermissionTable;
