import { Module } from '@nestjs/common';
import { BallotsModule } from '#ballots';
import { BallotNoticeController } from './ballot-notice.controller.js';
import { BallotController } from './ballot.controller.js';
import { BoardController } from './board.controller.js';
import { CandidateController } from './candidate.controller.js';
import { CountController } from './count.controller.js';
import { CredentialController } from './credential.controller.js';
import { KeygenController } from './keygen.controller.js';
import { RollController } from './roll.controller.js';
import { SpecificationController } from './specification.controller.js';
import { VoteController } from './vote.controller.js';
import { VoterRecusalController } from './voter-recusal.controller.js';

@Module({ imports: [BallotsModule], controllers: [BallotController, BallotNoticeController, CandidateController, RollController, VoterRecusalController, KeygenController, CredentialController, SpecificationController, VoteController, BoardController, CountController] })
export class BallotsApiModule {}
