/** Roles a person can hold in one organisation, each with validity dates (product.md, "Roles"). */
export const ROLES = [
  'EMPLOYEE',
  'MANAGER',
  'DEPARTMENT_HEAD',
  'HR_OFFICER',
  'MAYOR',
  'AUDITOR',
  'COMMITTEE_MEMBER',
  'TRUSTEE',
  'SYSTEM_ADMIN',
] as const;

export type Role = (typeof ROLES)[number];
