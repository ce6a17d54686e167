import { Module } from '@nestjs/common';
import { BallotsModule } from '#ballots';
import { BallotController } from './ballot.controller.js';
import { CandidateController } from './candidate.controller.js';
import { RollController } from './roll.controller.js';
import { VoterRecusalController } from './voter-recusal.controller.js';

@Module({ imports: [BallotsModule], controllers: [BallotController, CandidateController, RollController, VoterRecusalController] })
export class BallotsApiModule {}
