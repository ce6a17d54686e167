import { defineJob } from '#platform';

/** Opens the round at its opening time. `openingAt` tells a job of an earlier timetable from the one in force. */
export const OPEN_ROUND = defineJob<{ roundId: string; openingAt: string }>('round.open');

/** Closes filing at the deadline and takes the snapshot. */
export const CLOSE_ROUND = defineJob<{ roundId: string; closingAt: string }>('round.close');

/** Carries out one requested run. */
export const PERFORM_RUN = defineJob<{ runId: string }>('round.run', { maxAttempts: 4 });
