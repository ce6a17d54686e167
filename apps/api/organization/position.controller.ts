import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PositionService, type Holder, type PositionView } from '#organization';
import { Clock, Database, foundOr404, type WorkContext } from '#platform';
import { Ctx, IdParam, RequirePermission, Returns, ReturnsNothing } from '../http/route.js';
import { CreatedResponse, DayQuery, EndRequest } from './common.dto.js';
import { pageOf } from './page.js';
import { ChangePositionRequest, CreatePositionRequest, HolderResponse, PositionPage, PositionQuery, PositionResponse, VersionResponse } from './position.dto.js';

@Controller('positions')
@ApiTags('organisation')
export class PositionController {
  constructor(
    private readonly database: Database,
    private readonly positions: PositionService,
    private readonly clock: Clock,
  ) {}

  /** Posts open on a day with vacancy and surplus, by code. */
  @Get()
  @RequirePermission('position.list')
  @Returns(PositionPage)
  list(@Ctx() ctx: WorkContext, @Query() { offset, limit, on, ...search }: PositionQuery): Promise<{ total: number; items: PositionView[] }> {
    return this.database.transaction(ctx, async (tx) =>
      pageOf(await this.positions.list(tx, { ...search, on: on ?? this.clock.today() }), { offset, limit }));
  }

  @Get(':id')
  @RequirePermission('position.list')
  @Returns(PositionResponse)
  find(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Query() { on }: DayQuery): Promise<PositionView> {
    return this.database.transaction(ctx, (tx) => this.positions.find(tx, id, on ?? this.clock.today()));
  }

  /** Who holds the post on a day. */
  @Get(':id/holders')
  @RequirePermission('position.listHolders')
  @Returns(HolderResponse, { list: true })
  holders(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Query() { on }: DayQuery): Promise<Holder[]> {
    return this.database.transaction(ctx, (tx) => this.positions.holders(tx, id, on ?? this.clock.today()));
  }

  @Post()
  @RequirePermission('position.manage')
  @Returns(CreatedResponse, { status: 201 })
  create(@Ctx() ctx: WorkContext, @Body() post: CreatePositionRequest): Promise<CreatedResponse> {
    return this.database.transaction(ctx, async (tx) => ({ id: foundOr404((await this.positions.create(tx, [post]))[0]) }));
  }

  @Patch(':id')
  @RequirePermission('position.manage')
  @Returns(VersionResponse)
  change(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { version, ...change }: ChangePositionRequest): Promise<VersionResponse> {
    return this.database.transaction(ctx, async (tx) => ({ version: await this.positions.change(tx, id, change, version) }));
  }

  /** Ends the post; its holders stay in it until an order moves them. */
  @Post(':id/closure')
  @RequirePermission('position.manage')
  @ReturnsNothing()
  close(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { on }: EndRequest): Promise<void> {
    return this.database.transaction(ctx, (tx) => this.positions.close(tx, [id], on));
  }
}
