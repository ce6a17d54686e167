import { BallotAppeal } from './appeal/appeal.entity.js';
import { BoardEntry } from './board/board-entry.entity.js';
import { BallotStateChange } from './ballot/ballot-state-change.entity.js';
import { Ballot } from './ballot/ballot.entity.js';
import { BallotCandidate } from './candidate/candidate.entity.js';
import { BallotCredential } from './credential/ballot-credential.entity.js';
import { BallotKey } from './credential/ballot-key.entity.js';
import { CredentialHolder } from './credential/credential-holder.entity.js';
import { IntakeCounter } from './intake/intake-counter.entity.js';
import { IntakeRow } from './intake/intake-row.entity.js';
import { BallotParticipation } from './intake/participation.entity.js';
import { CredentialReissue } from './credential/credential-reissue.entity.js';
import { BallotShare } from './count/decryption-share.entity.js';
import { BallotEndorsement } from './count/endorsement.entity.js';
import { BallotDecision } from './decision/ballot-decision.entity.js';
import { KeygenMessage } from './keygen/keygen-message.entity.js';
import { BallotNotice } from './notice/ballot-notice.entity.js';
import { VoterRecusal } from './recusal/voter-recusal.entity.js';
import { BallotVoter } from './roll/voter.entity.js';
import { BallotSpecSignature } from './specification/spec-signature.entity.js';
import { BallotTrustee } from './trustee/trustee.entity.js';

export { Ballot, BallotAppeal, BallotCandidate, BallotCredential, BallotDecision, BallotEndorsement, BallotKey, BallotNotice, BallotParticipation, BallotShare, BallotSpecSignature, BallotStateChange, BallotTrustee, BallotVoter, BoardEntry, CredentialHolder, CredentialReissue, IntakeCounter, IntakeRow, KeygenMessage, VoterRecusal };

/** Every table of the room. */
export const BALLOTS_ENTITIES = [
  Ballot, BallotStateChange, BallotCandidate, BallotVoter, BallotAppeal, VoterRecusal, BallotTrustee,
  KeygenMessage, BallotKey, BallotCredential, CredentialHolder, BallotSpecSignature,
  IntakeCounter, IntakeRow, BoardEntry, BallotParticipation, BallotEndorsement, BallotShare, BallotDecision, CredentialReissue, BallotNotice,
] as const;
