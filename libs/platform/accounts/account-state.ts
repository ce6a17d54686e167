/** INVITED waits for its activation code, DISABLED cannot sign in any more. */
export const ACCOUNT_STATES = ['INVITED', 'ACTIVE', 'DISABLED'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/** What a one-time code is good for. */
export const CODE_PURPOSES = ['ACTIVATION', 'RESET'] as const;
export type CodePurpose = (typeof CODE_PURPOSES)[number];
