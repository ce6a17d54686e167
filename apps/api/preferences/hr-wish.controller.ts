import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database, type WorkContext } from '#platform';
import { HrWishService, StaffRequestService } from '#preferences';
import { Ctx, IdParam, RequirePermission, Returns } from '../http/route.js';
import { RankedStaffRequestResponse } from './head.dto.js';
import { HrWishListPageResponse, HrWishListQueryDto, HrWishListRecordResponse } from './hr-wish.dto.js';

@Controller('hr')
@ApiTags('HR')
export class HrWishController {
  constructor(
    private readonly database: Database,
    private readonly wishes: HrWishService,
    private readonly requests: StaffRequestService,
  ) {}

  @Get('wish-lists')
  @RequirePermission('wish.readAll')
  @Returns(HrWishListPageResponse)
  list(@Ctx() ctx: WorkContext, @Query() { page = 1, pageSize = 20, ...query }: HrWishListQueryDto) {
    return this.database.transaction(ctx, (tx) => this.wishes.list(tx, { ...query, page, pageSize }));
  }

  @Get('wish-lists/:employeeId')
  @RequirePermission('wish.readAll')
  @Returns(HrWishListRecordResponse)
  find(@Ctx() ctx: WorkContext, @IdParam('employeeId') employeeId: string) {
    return this.database.transaction(ctx, (tx) => this.wishes.find(tx, employeeId));
  }

  @Get('staff-requests')
  @RequirePermission('staffRequest.readAll')
  @Returns(RankedStaffRequestResponse, { list: true })
  staffRequests(@Ctx() ctx: WorkContext) {
    return this.database.transaction(ctx, (tx) => this.requests.all(tx));
  }
}
