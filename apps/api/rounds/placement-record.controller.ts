import { Body, Controller, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database, type WorkContext } from '#platform';
import { PlacementRecordService } from '#rounds';
import { Ctx, RequirePermission, ReturnsNothing } from '../http/route.js';
import { KeepRecordsDto, KeepUnitPlacesDto } from './placement-record.dto.js';

/** The data of points that differ from post to post. */
@Controller()
@ApiTags('rounds')
export class PlacementRecordController {
  constructor(
    private readonly database: Database,
    private readonly records: PlacementRecordService,
  ) {}

  /** Earlier service and homes, many people at once; read by no route: they count from the next snapshot on. */
  @Put('placement-records')
  @RequirePermission('placementRecord.keep')
  @ReturnsNothing()
  keep(@Ctx() ctx: WorkContext, @Body() { records }: KeepRecordsDto): Promise<void> {
    return this.database.transaction(ctx, (tx) => this.records.keep(tx, records));
  }

  /** Where dong and other units are. */
  @Put('unit-places')
  @RequirePermission('placementRecord.keep')
  @ReturnsNothing()
  keepPlaces(@Ctx() ctx: WorkContext, @Body() { places }: KeepUnitPlacesDto): Promise<void> {
    return this.database.transaction(ctx, (tx) => this.records.keepPlaces(tx, places));
  }
}
