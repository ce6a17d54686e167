import { Module, type Type } from '@nestjs/common';
import type { JobHandler, JobPayload, JobType } from '#platform';
import { OrganizationModule } from '#organization';
import { PreferencesModule } from '#preferences';
import { AppealService } from './appeal/appeal.service.js';
import { BallotStore } from './ballot/ballot-store.js';
import { BallotService } from './ballot/ballot.service.js';
import { BallotTimetable } from './ballot/ballot-timetable.js';
import { BoardStore } from './board/board-store.js';
import { BoardService } from './board/board.service.js';
import { ClosingService } from './board/closing.service.js';
import { BoardThreads } from './board/board-threads.js';
import { CandidateService } from './candidate/candidate.service.js';
import { CountService } from './count/count.service.js';
import { EndorsementService } from './count/endorsement.service.js';
import { CredentialStore } from './credential/credential-store.js';
import { CredentialService } from './credential/credential.service.js';
import { ReissueService } from './credential/reissue.service.js';
import { DecisionService } from './decision/decision.service.js';
import { BallotClock } from './intake/ballot-clock.js';
import { CastGathering } from './intake/cast-gathering.js';
import { CastStore } from './intake/cast-store.js';
import { CastingService } from './intake/casting.service.js';
import { IntakeGate } from './intake/intake-gate.js';
import { IntakeStore } from './intake/intake-store.js';
import { IntakeService } from './intake/intake.service.js';
import { CHECK_BALLOT, CLOSE_BALLOT, COUNT_BALLOT, NOTIFY_BALLOT, OPEN_BALLOT, SWEEP_INTAKE } from './jobs/ballot-jobs.js';
import { CheckBallotHandler } from './jobs/check-ballot/check-ballot.handler.js';
import { CloseBallotHandler } from './jobs/close-ballot/close-ballot.handler.js';
import { CountBallotHandler } from './jobs/count-ballot/count-ballot.handler.js';
import { NotifyBallotHandler } from './jobs/notify-ballot/notify-ballot.handler.js';
import { OpenBallotHandler } from './jobs/open-ballot/open-ballot.handler.js';
import { SweepIntakeHandler } from './jobs/sweep-intake/sweep-intake.handler.js';
import { KeygenService } from './keygen/keygen.service.js';
import { BallotNotices } from './notice/ballot-notice.service.js';
import { VoterRecusalService } from './recusal/voter-recusal.service.js';
import { RollClosingService } from './roll/roll-closing.service.js';
import { RollService } from './roll/roll.service.js';
import { SpecificationService } from './specification/specification.service.js';
import { TrusteeService } from './trustee/trustee.service.js';

/** Every kind of job of the room, and who does it. */
export const BALLOTS_JOBS: readonly JobType<JobPayload>[] = [OPEN_BALLOT, CLOSE_BALLOT, CHECK_BALLOT, COUNT_BALLOT, SWEEP_INTAKE, NOTIFY_BALLOT];
export const BALLOTS_JOB_HANDLERS: readonly Type<JobHandler>[] = [OpenBallotHandler, CloseBallotHandler, CheckBallotHandler, CountBallotHandler, SweepIntakeHandler, NotifyBallotHandler];

const SERVICES = [
  BallotNotices, BallotStore, BallotTimetable, BallotService, CandidateService, RollService, RollClosingService, AppealService, VoterRecusalService,
  TrusteeService, KeygenService, CredentialStore, CredentialService, ReissueService, SpecificationService,
  BallotClock, IntakeGate, IntakeStore, CastStore, CastingService, CastGathering, IntakeService, BoardStore, BoardService, ClosingService, BoardThreads, EndorsementService, CountService, DecisionService, ...BALLOTS_JOB_HANDLERS,
];

@Module({ imports: [OrganizationModule, PreferencesModule], providers: SERVICES, exports: SERVICES })
export class BallotsModule {}
