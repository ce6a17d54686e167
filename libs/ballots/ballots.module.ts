import { Module, type Type } from '@nestjs/common';
import type { JobHandler, JobPayload, JobType } from '#platform';
import { OrganizationModule } from '#organization';
import { PreferencesModule } from '#preferences';
import { AppealService } from './appeal/appeal.service.js';
import { BallotStore } from './ballot/ballot-store.js';
import { BallotService } from './ballot/ballot.service.js';
import { BallotTimetable } from './ballot/ballot-timetable.js';
import { CandidateService } from './candidate/candidate.service.js';
import { CredentialService } from './credential/credential.service.js';
import { OPEN_BALLOT } from './jobs/ballot-jobs.js';
import { OpenBallotHandler } from './jobs/open-ballot/open-ballot.handler.js';
import { KeygenService } from './keygen/keygen.service.js';
import { VoterRecusalService } from './recusal/voter-recusal.service.js';
import { RollClosingService } from './roll/roll-closing.service.js';
import { RollService } from './roll/roll.service.js';
import { SpecificationService } from './specification/specification.service.js';
import { TrusteeService } from './trustee/trustee.service.js';

/** Every kind of job of the room, and who does it. */
export const BALLOTS_JOBS: readonly JobType<JobPayload>[] = [OPEN_BALLOT];
export const BALLOTS_JOB_HANDLERS: readonly Type<JobHandler>[] = [OpenBallotHandler];

const SERVICES = [
  BallotStore, BallotTimetable, BallotService, CandidateService, RollService, RollClosingService, AppealService, VoterRecusalService,
  TrusteeService, KeygenService, CredentialService, SpecificationService, OpenBallotHandler,
];

@Module({ imports: [OrganizationModule, PreferencesModule], providers: SERVICES, exports: SERVICES })
export class BallotsModule {}
