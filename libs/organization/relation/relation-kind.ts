export const RELATION_KINDS = ['COUPLE', 'RELATIVE', 'SEPARATION'] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];
