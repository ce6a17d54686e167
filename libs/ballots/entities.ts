import { BallotAppeal } from './appeal/appeal.entity.js';
import { BallotStateChange } from './ballot/ballot-state-change.entity.js';
import { Ballot } from './ballot/ballot.entity.js';
import { BallotCandidate } from './candidate/candidate.entity.js';
import { VoterRecusal } from './recusal/voter-recusal.entity.js';
import { BallotVoter } from './roll/voter.entity.js';
import { BallotTrustee } from './trustee/trustee.entity.js';

export { Ballot, BallotAppeal, BallotCandidate, BallotStateChange, BallotTrustee, BallotVoter, VoterRecusal };

/** Every table of the room. */
export const BALLOTS_ENTITIES = [Ballot, BallotStateChange, BallotCandidate, BallotVoter, BallotAppeal, VoterRecusal, BallotTrustee] as const;
