import { Lifecycle } from '#platform';

export type DecisionState = 'DECLARED' | 'UPHELD' | 'DISMISSED';

/** What an objection or a recusal comes to. */
export const DECISION_LIFECYCLE = new Lifecycle<DecisionState>('objection to the roll', { DECLARED: ['UPHELD', 'DISMISSED'], UPHELD: [], DISMISSED: [] }, 'DECLARED', ['UPHELD', 'DISMISSED']);
