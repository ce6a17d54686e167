import { Lifecycle } from '#platform';

export const WISH_LIST_STATES = ['DRAFT', 'FILED', 'WITHDRAWN'] as const;
export type WishListState = (typeof WISH_LIST_STATES)[number];

/** The standing list, all year (product.md, "States"). A round does not change it. */
export const WISH_LIST_LIFECYCLE = new Lifecycle<WishListState>(
  'wish list',
  { DRAFT: ['FILED'], FILED: ['DRAFT', 'WITHDRAWN'], WITHDRAWN: ['DRAFT'] },
  'DRAFT',
  [],
);
