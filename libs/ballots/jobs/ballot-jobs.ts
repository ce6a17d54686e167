import { defineJob } from '#platform';
import type { BallotNoticeKind } from '../notice/ballot-notice-kind.js';

/** Opens voting at its time. */
export const OPEN_BALLOT = defineJob<{ ballotId: string }>('ballot.open');

/** Ends intake at the deadline. */
export const CLOSE_BALLOT = defineJob<{ ballotId: string }>('ballot.close');

/** Checks what intake has taken and puts it on the board. */
export const CHECK_BALLOT = defineJob<{ ballotId: string; intakeIndex: number }>('ballot.check');

/** Counts what shares trustees have given; one job a share. */
export const COUNT_BALLOT = defineJob<{ ballotId: string; trusteeIndex: number }>('ballot.count');

/** Looks for what was taken and never came to the board, as after a queue that was emptied. */
export const SWEEP_INTAKE = defineJob<{ ballotId: string }>('ballot.sweep');

/** Tells an audience something at its time. */
export const NOTIFY_BALLOT = defineJob<{ ballotId: string; kind: BallotNoticeKind }>('ballot.notify');
