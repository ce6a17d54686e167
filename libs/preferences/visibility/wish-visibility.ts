/** Every part of a wish that one person could learn about another. */
export const WISH_FIELDS = [
  'applicant', 'positionId', 'choiceRank', 'reasonCode', 'reasonText', 'healthOrFamilyText',
  'preparation', 'checkInNotes', 'generalPreparation', 'filedAt', 'draft',
] as const;
export type WishField = (typeof WISH_FIELDS)[number];

/** In which capacity somebody looks at a wish. One person may hold several; each route looks in exactly one. */
export const WISH_VIEWERS = ['SELF', 'RECEIVING_HEAD', 'CURRENT_HEAD', 'HR', 'MAYOR', 'AUDITOR', 'OTHER'] as const;
export type WishViewer = (typeof WISH_VIEWERS)[number];

/**
 * The table of product.md, "Who sees wishes": self all; the receiving head the applicant, the reason code and the
 * preparation for that post, never the rank; the current head nothing; HR all that is filed, each read logged; mayor
 * and auditor nothing of the wishes themselves (an auditor reads health and family text with a case number, in rounds).
 * A draft belongs to its owner alone until it is filed.
 */
export const WISH_VISIBILITY: Readonly<Record<WishViewer, readonly WishField[]>> = {
  SELF: WISH_FIELDS,
  RECEIVING_HEAD: ['applicant', 'positionId', 'reasonCode', 'preparation'],
  CURRENT_HEAD: [],
  HR: [
    'applicant', 'positionId', 'choiceRank', 'reasonCode', 'reasonText', 'healthOrFamilyText',
    'preparation', 'checkInNotes', 'generalPreparation', 'filedAt',
  ],
  MAYOR: [],
  AUDITOR: [],
  OTHER: [],
};

/** The part of `wish` that `viewer` may see: fields outside the table's row are left out, not blanked. */
export const visiblePart = <W extends { readonly [F in WishField]?: unknown }, V extends WishViewer>(viewer: V, wish: W): Partial<W> => {
  const allowed = new Set<string>(WISH_VISIBILITY[viewer]);
  return Object.fromEntries(Object.entries(wish).filter(([field]) => allowed.has(field))) as Partial<W>;
};
