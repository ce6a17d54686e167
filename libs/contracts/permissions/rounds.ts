import { ROLES } from '../roles.js';
import type { PermissionTable } from './permission-table.js';

export const ROUNDS_PERMISSIONS = {
  'criterion.read': ROLES,
  'criterion.set': ['HR_OFFICER'],
  'round.read': ROLES,
  'round.readDraft': ['HR_OFFICER', 'AUDITOR'],
  'round.manage': ['HR_OFFICER'],
  'roundSeat.read': ROLES,
  'roundSeat.change': ['HR_OFFICER'],
  'notice.own': ROLES,
  'participation.own': ['EMPLOYEE'],
  'participant.list': ['HR_OFFICER'],
  'roundFacts.settle': ['HR_OFFICER'],
  'roundWish.amend': ['HR_OFFICER'],
  'waiver.request': ['EMPLOYEE'],
  'waiver.decide': ['HR_OFFICER'],
  'run.request': ['HR_OFFICER'],
  'run.adopt': ['HR_OFFICER'],
  'run.read': ['HR_OFFICER', 'MAYOR', 'AUDITOR', 'COMMITTEE_MEMBER'],
  'run.readDocument': ['HR_OFFICER', 'AUDITOR'],
  'run.readOutcomes': ['HR_OFFICER'],
  'run.replay': ['HR_OFFICER', 'AUDITOR'],
  'violation.read': ['HR_OFFICER'],
  'violation.accept': ['HR_OFFICER'],
} as const satisfies PermissionTable;
