import { defineJob } from '#platform';

/** Opens voting at its time. */
export const OPEN_BALLOT = defineJob<{ ballotId: string }>('ballot.open');
