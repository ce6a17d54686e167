export const IMPORT_STATES = ['CHECKING', 'CHECKED', 'FAULTY', 'APPLYING', 'APPLIED', 'FAILED'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
