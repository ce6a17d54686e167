import { Module } from '@nestjs/common';
import { OrganizationModule } from '#organization';
import { PreferencesModule } from '#preferences';
import { AppealService } from './appeal/appeal.service.js';
import { BallotStore } from './ballot/ballot-store.js';
import { BallotService } from './ballot/ballot.service.js';
import { CandidateService } from './candidate/candidate.service.js';
import { VoterRecusalService } from './recusal/voter-recusal.service.js';
import { RollService } from './roll/roll.service.js';
import { TrusteeService } from './trustee/trustee.service.js';

const SERVICES = [BallotStore, BallotService, CandidateService, RollService, AppealService, VoterRecusalService, TrusteeService];

@Module({ imports: [OrganizationModule, PreferencesModule], providers: SERVICES, exports: SERVICES })
export class BallotsModule {}
