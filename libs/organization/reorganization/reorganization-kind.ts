export const REORGANIZATION_KINDS = ['DONG_MERGER', 'UNIT_ABOLITION'] as const;
export type ReorganizationKind = (typeof REORGANIZATION_KINDS)[number];
