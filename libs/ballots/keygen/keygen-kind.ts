/** What a trustee says in the key generation, in this order; a complaint stops it. */
export const KEYGEN_KINDS = ['COMMIT', 'REVEAL', 'SHARES', 'CONFIRM', 'COMPLAINT'] as const;

export type KeygenKind = (typeof KEYGEN_KINDS)[number];
