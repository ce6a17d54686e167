import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database, type WorkContext } from '#platform';
import { EarlyMoveService, OverrideService, type EarlyMoveCount, type OverrideView } from '#rounds';
import { Ctx, IdParam, RequirePermission, Returns } from '../http/route.js';
import { DecideOverrideDto, EarlyMoveCountResponse, OverrideResponse, ProposeOverrideDto, YearQueryDto } from './override.dto.js';

/** Departures from the run: one person proposes, another decides. */
@Controller()
@ApiTags('overrides')
export class OverrideController {
  constructor(
    private readonly database: Database,
    private readonly overrides: OverrideService,
    private readonly earlyMoves: EarlyMoveService,
  ) {}

  @Get('rounds/:id/overrides')
  @RequirePermission('override.list')
  @Returns(OverrideResponse, { list: true })
  list(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<OverrideView[]> {
    return this.database.transaction(ctx, (tx) => this.overrides.list(tx, id));
  }

  @Post('rounds/:id/overrides')
  @RequirePermission('override.propose')
  @Returns(OverrideResponse, { status: 201 })
  propose(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { groundCode, groundText, violationId = null, moves }: ProposeOverrideDto): Promise<OverrideView> {
    return this.database.transaction(ctx, (tx) => this.overrides.propose(tx, id, {
      groundCode, groundText, violationId,
      moves: moves.map(({ employeeId, toPositionId, earlyMoveGround = null, committeeResolution = null }) => ({ employeeId, toPositionId, earlyMoveGround, committeeResolution })),
    }));
  }

  @Post('rounds/:id/overrides/:overrideId/decision')
  @RequirePermission('override.decide')
  @Returns(OverrideResponse)
  decide(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @IdParam('overrideId') overrideId: string, @Body() { approved, text = null }: DecideOverrideDto): Promise<OverrideView> {
    return this.database.transaction(ctx, (tx) => this.overrides.decide(tx, id, overrideId, approved, text));
  }

  @Post('rounds/:id/overrides/:overrideId/withdrawal')
  @RequirePermission('override.propose')
  @Returns(OverrideResponse)
  withdraw(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @IdParam('overrideId') overrideId: string): Promise<OverrideView> {
    return this.database.transaction(ctx, (tx) => this.overrides.withdraw(tx, id, overrideId));
  }

  /** The live counter of moves before the minimum tenure against the cap. */
  @Get('early-moves')
  @RequirePermission('earlyMove.count')
  @Returns(EarlyMoveCountResponse)
  count(@Ctx() ctx: WorkContext, @Query() { year }: YearQueryDto): Promise<EarlyMoveCount> {
    return this.database.transaction(ctx, (tx) => this.earlyMoves.count(tx, year));
  }
}
