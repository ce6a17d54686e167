import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OrgUnitService, type UnitVersion } from '#organization';
import { Clock, Database, type WorkContext } from '#platform';
import { Ctx, IdParam, RequirePermission, Returns, ReturnsNothing } from '../http/route.js';
import { CreatedResponse, DayQuery, EndRequest } from './common.dto.js';
import { ChangeOrgUnitRequest, CreateOrgUnitRequest, OrgUnitResponse } from './org-unit.dto.js';

@Controller('org-units')
@ApiTags('organisation')
export class OrgUnitController {
  constructor(
    private readonly database: Database,
    private readonly units: OrgUnitService,
    private readonly clock: Clock,
  ) {}

  /** The organisation chart of a day: parents before their children. */
  @Get()
  @RequirePermission('orgUnit.list')
  @Returns(OrgUnitResponse, { list: true })
  list(@Ctx() ctx: WorkContext, @Query() { on }: DayQuery): Promise<readonly UnitVersion[]> {
    return this.database.transaction(ctx, async (tx) => (await this.units.tree(tx, on ?? this.clock.today())).all());
  }

  /** Every name and place that a unit had and will have. */
  @Get(':id/versions')
  @RequirePermission('orgUnit.list')
  @Returns(OrgUnitResponse, { list: true })
  history(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<readonly UnitVersion[]> {
    return this.database.transaction(ctx, (tx) => this.units.history(tx, id));
  }

  @Post()
  @RequirePermission('orgUnit.manage')
  @Returns(CreatedResponse, { status: 201 })
  create(@Ctx() ctx: WorkContext, @Body() unit: CreateOrgUnitRequest): Promise<CreatedResponse> {
    return this.database.transaction(ctx, async (tx) => ({ id: await this.units.create(tx, { ...unit }) }));
  }

  /** A new name, kind or superior from a day on. */
  @Post(':id/changes')
  @RequirePermission('orgUnit.manage')
  @ReturnsNothing()
  change(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { from, ...change }: ChangeOrgUnitRequest): Promise<void> {
    return this.database.transaction(ctx, (tx) => this.units.change(tx, id, change, from));
  }

  @Post(':id/closure')
  @RequirePermission('orgUnit.manage')
  @ReturnsNothing()
  close(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { on }: EndRequest): Promise<void> {
    return this.database.transaction(ctx, (tx) => this.units.close(tx, [id], on));
  }
}
