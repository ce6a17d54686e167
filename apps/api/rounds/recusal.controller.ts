import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database, type WorkContext } from '#platform';
import { RecusalService, type Officer, type RecusalView } from '#rounds';
import { Ctx, IdParam, RequirePermission, Returns } from '../http/route.js';
import { DecideRecusalDto, DeclareRecusalDto, OfficerResponse, RecusalResponse } from './recusal.dto.js';

/** Officers standing aside, or asked to. */
@Controller()
@ApiTags('recusals')
export class RecusalController {
  constructor(
    private readonly database: Database,
    private readonly recusals: RecusalService,
  ) {}

  /** Who decides about others, for naming the one meant. */
  @Get('officers')
  @RequirePermission('recusal.declare')
  @Returns(OfficerResponse, { list: true })
  officers(@Ctx() ctx: WorkContext): Promise<Officer[]> {
    return this.database.transaction(ctx, (tx) => this.recusals.officers(tx));
  }

  /** Those one declared oneself, and those about oneself as an officer. */
  @Get('me/rounds/:id/recusals')
  @RequirePermission('recusal.declare')
  @Returns(RecusalResponse, { list: true })
  own(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<RecusalView[]> {
    return this.database.transaction(ctx, (tx) => this.recusals.list(tx, id, false));
  }

  @Get('rounds/:id/recusals')
  @RequirePermission('recusal.list')
  @Returns(RecusalResponse, { list: true })
  list(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<RecusalView[]> {
    return this.database.transaction(ctx, (tx) => this.recusals.list(tx, id, true));
  }

  @Post('rounds/:id/recusals')
  @RequirePermission('recusal.declare')
  @Returns(RecusalResponse, { status: 201 })
  declare(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { type, officerAccountId = null, subjectEmployeeId = null, groundText }: DeclareRecusalDto): Promise<RecusalView> {
    return this.database.transaction(ctx, (tx) => this.recusals.declare(tx, id, { type, officerAccountId, subjectEmployeeId, groundText }));
  }

  @Post('rounds/:id/recusals/:recusalId/decision')
  @RequirePermission('recusal.decide')
  @Returns(RecusalResponse)
  decide(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @IdParam('recusalId') recusalId: string, @Body() { upheld, text }: DecideRecusalDto): Promise<RecusalView> {
    return this.database.transaction(ctx, (tx) => this.recusals.decide(tx, id, recusalId, upheld, text));
  }
}
