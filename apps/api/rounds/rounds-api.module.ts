import { Module } from '@nestjs/common';
import { RoundsModule } from '#rounds';
import { AfterRunApiModule } from './after-run-api.module.js';
import { CriterionController } from './criterion.controller.js';
import { NoticeController } from './notice.controller.js';
import { ParticipantController } from './participant.controller.js';
import { ParticipationController } from './participation.controller.js';
import { PlacementRecordController } from './placement-record.controller.js';
import { RoundController } from './round.controller.js';
import { RunController } from './run.controller.js';
import { ScenarioController } from './scenario.controller.js';
import { SeatController } from './seat.controller.js';

@Module({
  imports: [RoundsModule, AfterRunApiModule],
  controllers: [CriterionController, RoundController, SeatController, ParticipationController, ParticipantController, RunController, ScenarioController, PlacementRecordController, NoticeController],
})
export class RoundsApiModule {}
