import { defineJob } from '#platform';

/** Reminds of a grievance before its last day, and reports it after. `dueOn` tells a job of an earlier last day from the one in force. */
export const GRIEVANCE_DUE = defineJob<{ grievanceId: string; dueOn: string; stage: 'SOON' | 'OVERDUE' }>('grievance.due');
