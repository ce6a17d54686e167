import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { VoterRecusalService, type VoterRecusalView } from '#ballots';
import { Database, type WorkContext } from '#platform';
import { Ctx, IdParam, RequirePermission, Returns } from '../http/route.js';
import { DecideDto, DeclareVoterRecusalDto, VoterRecusalResponse } from './roll.dto.js';

/** Voters standing aside, or asked to. */
@Controller()
@ApiTags('ballots')
export class VoterRecusalController {
  constructor(
    private readonly database: Database,
    private readonly recusals: VoterRecusalService,
  ) {}

  /** Those one declared oneself, and those about oneself. */
  @Get('me/ballots/:id/recusals')
  @RequirePermission('voterRecusal.declare')
  @Returns(VoterRecusalResponse, { list: true })
  own(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<VoterRecusalView[]> {
    return this.database.transaction(ctx, (tx) => this.recusals.list(tx, id, false));
  }

  @Get('ballots/:id/recusals')
  @RequirePermission('voterRecusal.list')
  @Returns(VoterRecusalResponse, { list: true })
  list(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<VoterRecusalView[]> {
    return this.database.transaction(ctx, (tx) => this.recusals.list(tx, id, true));
  }

  @Post('ballots/:id/recusals')
  @RequirePermission('voterRecusal.declare')
  @Returns(VoterRecusalResponse, { status: 201 })
  declare(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { type, voterEmployeeId = null, groundText }: DeclareVoterRecusalDto): Promise<VoterRecusalView> {
    return this.database.transaction(ctx, (tx) => this.recusals.declare(tx, id, { type, voterEmployeeId, groundText }));
  }

  @Post('ballots/:id/recusals/:recusalId/decision')
  @RequirePermission('voterRecusal.decide')
  @Returns(VoterRecusalResponse)
  decide(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @IdParam('recusalId') recusalId: string, @Body() { upheld, text }: DecideDto): Promise<VoterRecusalView> {
    return this.database.transaction(ctx, (tx) => this.recusals.decide(tx, id, recusalId, upheld, text));
  }
}
