export const IMPORT_KINDS = ['UNITS', 'POSITIONS', 'EMPLOYEES'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];
