import { ROLES } from '../roles.js';
import type { PermissionTable } from './permission-table.js';

export const REPORTING_PERMISSIONS = {
  'report.readSeason': ['HR_OFFICER', 'MAYOR', 'AUDITOR'],
  'report.readConcentration': ['HR_OFFICER'],
  'report.readStatistics': ROLES,
} as const satisfies PermissionTable;
