import type { Tx } from '#platform';

/** The account that acts, or null when the product itself does (deadlines). */
export const actingAccountId = (tx: Tx): string | null => (tx.context.actor.kind === 'PERSON' ? tx.context.actor.accountId : null);

/** The product's own name in a history, or null when a person acts. */
export const actingSystemName = (tx: Tx): string | null => (tx.context.actor.kind === 'SYSTEM' ? tx.context.actor.name : null);
