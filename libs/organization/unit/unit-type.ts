export const UNIT_TYPES = ['BUREAU', 'DEPARTMENT', 'TEAM', 'DONG'] as const;
export type UnitType = (typeof UNIT_TYPES)[number];
