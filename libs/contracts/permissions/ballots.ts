import { ROLES } from '../roles.js';
import type { PermissionTable } from './permission-table.js';

export const BALLOTS_PERMISSIONS = {
  'ballot.read': ROLES,
  'ballot.readDraft': ['HR_OFFICER', 'AUDITOR'],
  'ballot.manage': ['HR_OFFICER'],
  'ballot.cancel': ['HR_OFFICER', 'MAYOR'],
  'candidate.nominate': ['MANAGER', 'HR_OFFICER'],
  'candidate.answer': ['EMPLOYEE'],
  'candidate.readAll': ['HR_OFFICER', 'AUDITOR'],
  'candidate.refuse': ['HR_OFFICER'],
  'roll.read': ['MANAGER', 'HR_OFFICER', 'AUDITOR'],
  'roll.own': ['EMPLOYEE'],
  'rollAppeal.file': ['EMPLOYEE'],
  'rollAppeal.list': ['HR_OFFICER', 'AUDITOR'],
  'rollAppeal.decide': ['HR_OFFICER'],
  'voterRecusal.declare': ['EMPLOYEE'],
  'voterRecusal.list': ['HR_OFFICER', 'COMMITTEE_MEMBER', 'AUDITOR'],
  'voterRecusal.decide': ['HR_OFFICER', 'COMMITTEE_MEMBER'],
  'trustee.act': ['TRUSTEE'],
  'keygen.read': ['TRUSTEE', 'HR_OFFICER', 'AUDITOR'],
  'credential.issue': ['AUDITOR'],
  'credential.own': ['EMPLOYEE'],
  'vote.cast': ['EMPLOYEE'],
  'board.read': ROLES,
  'ballot.fail': ['HR_OFFICER'],
  'ballot.decide': ['MAYOR'],
} as const satisfies PermissionTable;
