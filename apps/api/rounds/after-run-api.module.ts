import { Module } from '@nestjs/common';
import { RoundsModule } from '#rounds';
import { CommitteeController } from './committee.controller.js';
import { GrievanceController, OwnGrievanceController } from './grievance.controller.js';
import { OrderController } from './order.controller.js';
import { OverrideController } from './override.controller.js';
import { RecusalController } from './recusal.controller.js';
import { ResultController } from './result.controller.js';

/** Routes for what follows a run. */
@Module({
  imports: [RoundsModule],
  controllers: [OverrideController, RecusalController, CommitteeController, OrderController, ResultController, OwnGrievanceController, GrievanceController],
})
export class AfterRunApiModule {}
