import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ReorganizationService, type ReorganizationRow } from '#organization';
import { Database, type WorkContext } from '#platform';
import { Ctx, IdParam, RequirePermission, Returns } from '../http/route.js';
import { CreatedResponse } from './common.dto.js';
import { DongMergerRequest, ReorganizationDetailResponse, ReorganizationResponse, UnitAbolitionRequest } from './reorganization.dto.js';

@Controller('reorganizations')
@ApiTags('organisation')
export class ReorganizationController {
  constructor(
    private readonly database: Database,
    private readonly reorganizations: ReorganizationService,
  ) {}

  @Get()
  @RequirePermission('reorganization.list')
  @Returns(ReorganizationResponse, { list: true })
  list(@Ctx() ctx: WorkContext): Promise<ReorganizationRow[]> {
    return this.database.transaction(ctx, (tx) => this.reorganizations.list(tx));
  }

  /** With everyone whose post it takes away. */
  @Get(':id')
  @RequirePermission('reorganization.list')
  @Returns(ReorganizationDetailResponse)
  find(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<object> {
    return this.database.transaction(ctx, (tx) => this.reorganizations.find(tx, id));
  }

  /** Merges dong into a new one and registers the people displaced. */
  @Post('dong-mergers')
  @RequirePermission('reorganization.manage')
  @Returns(CreatedResponse, { status: 201 })
  merge(@Ctx() ctx: WorkContext, @Body() merger: DongMergerRequest): Promise<CreatedResponse> {
    return this.database.transaction(ctx, async (tx) => ({ id: await this.reorganizations.mergeDong(tx, merger) }));
  }

  /** Abolishes a unit with everything below it and registers the people displaced. */
  @Post('unit-abolitions')
  @RequirePermission('reorganization.manage')
  @Returns(CreatedResponse, { status: 201 })
  abolish(@Ctx() ctx: WorkContext, @Body() abolition: UnitAbolitionRequest): Promise<CreatedResponse> {
    return this.database.transaction(ctx, async (tx) => ({ id: await this.reorganizations.abolishUnit(tx, abolition) }));
  }
}
