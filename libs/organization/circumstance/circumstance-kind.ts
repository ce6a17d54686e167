export const CIRCUMSTANCE_KINDS = ['PREGNANCY', 'CHILDCARE', 'DISABILITY', 'ILLNESS', 'FAMILY', 'HARASSMENT_VICTIM'] as const;
export type CircumstanceKind = (typeof CIRCUMSTANCE_KINDS)[number];
