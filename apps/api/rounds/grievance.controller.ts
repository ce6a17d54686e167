import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ownEmployeeId } from '#organization';
import { Database, type WorkContext } from '#platform';
import { GrievanceDeskService, GrievanceService, type Grievance, type GrievanceHead, type GrievanceView } from '#rounds';
import { Ctx, IdParam, RequirePermission, Returns } from '../http/route.js';
import {
  AnswerGrievanceDto, ExtendGrievanceDto, GrievanceDetailResponse, GrievanceHeadResponse, GrievanceQueryDto, OpenGrievanceDto, OwnGrievanceResponse, GrievanceVersionDto,
} from './grievance.dto.js';

/** One's own grievances (고충). */
@Controller('me/grievances')
@ApiTags('grievances')
export class OwnGrievanceController {
  constructor(
    private readonly database: Database,
    private readonly grievances: GrievanceService,
  ) {}

  @Get()
  @RequirePermission('grievance.own')
  @Returns(OwnGrievanceResponse, { list: true })
  list(@Ctx() ctx: WorkContext): Promise<Grievance[]> {
    return this.database.transaction(ctx, (tx) => this.grievances.list(tx, ownEmployeeId(tx)));
  }

  @Post()
  @RequirePermission('grievance.own')
  @Returns(GrievanceDetailResponse, { status: 201 })
  open(@Ctx() ctx: WorkContext, @Body() { kind, roundId = null, orderItemId = null, previousGrievanceId = null, complaintText, requestedRemedy = null }: OpenGrievanceDto): Promise<GrievanceView> {
    return this.database.transaction(ctx, (tx) => this.grievances.open(tx, ownEmployeeId(tx), { kind, roundId, orderItemId, previousGrievanceId, complaintText, requestedRemedy }));
  }

  @Get(':id')
  @RequirePermission('grievance.own')
  @Returns(GrievanceDetailResponse)
  find(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<GrievanceView> {
    return this.database.transaction(ctx, (tx) => this.grievances.find(tx, ownEmployeeId(tx), id));
  }

  @Post(':id/withdrawal')
  @RequirePermission('grievance.own')
  @Returns(GrievanceDetailResponse)
  withdraw(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { version }: GrievanceVersionDto): Promise<GrievanceView> {
    return this.database.transaction(ctx, (tx) => this.grievances.withdraw(tx, ownEmployeeId(tx), id, version));
  }
}

/** The officers' and the committee's desk. */
@Controller('grievances')
@ApiTags('grievances')
export class GrievanceController {
  constructor(
    private readonly database: Database,
    private readonly desk: GrievanceDeskService,
  ) {}

  @Get()
  @RequirePermission('grievance.list')
  @Returns(GrievanceHeadResponse, { list: true })
  list(@Ctx() ctx: WorkContext, @Query() { state, kind, overdueOnly }: GrievanceQueryDto): Promise<GrievanceHead[]> {
    return this.database.transaction(ctx, (tx) => this.desk.list(tx, { state: state ?? null, kind: kind ?? null, overdueOnly: overdueOnly ?? false }));
  }

  /** With its texts; every reading is logged. */
  @Get(':id')
  @RequirePermission('grievance.handle')
  @Returns(GrievanceDetailResponse)
  read(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<GrievanceView> {
    return this.database.transaction(ctx, (tx) => this.desk.read(tx, id));
  }

  @Post(':id/start')
  @RequirePermission('grievance.handle')
  @Returns(GrievanceDetailResponse)
  start(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { version }: GrievanceVersionDto): Promise<GrievanceView> {
    return this.database.transaction(ctx, (tx) => this.desk.start(tx, id, version));
  }

  @Post(':id/extension')
  @RequirePermission('grievance.handle')
  @Returns(GrievanceDetailResponse)
  extend(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { version, reason }: ExtendGrievanceDto): Promise<GrievanceView> {
    return this.database.transaction(ctx, (tx) => this.desk.extend(tx, id, version, reason));
  }

  @Post(':id/answer')
  @RequirePermission('grievance.handle')
  @Returns(GrievanceDetailResponse)
  answer(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() input: AnswerGrievanceDto): Promise<GrievanceView> {
    return this.database.transaction(ctx, (tx) => this.desk.answer(tx, id, input));
  }
}
