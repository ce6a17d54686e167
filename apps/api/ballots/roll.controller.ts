import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AppealService, BallotService, RollService, type AppealView, type RollLine, type Standing } from '#ballots';
import { Database, type WorkContext } from '#platform';
import { actingEmployeeId } from '#preferences';
import { Ctx, IdParam, RequirePermission, Returns } from '../http/route.js';
import { AppealResponse, DecideDto, FileAppealDto, RollLineResponse, StandingResponse } from './roll.dto.js';

/** Who may vote, and objections to it. */
@Controller()
@ApiTags('ballots')
export class RollController {
  constructor(
    private readonly database: Database,
    private readonly ballots: BallotService,
    private readonly roll: RollService,
    private readonly appeals: AppealService,
  ) {}

  @Get('ballots/:id/roll')
  @RequirePermission('roll.read')
  @Returns(RollLineResponse, { list: true })
  list(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<RollLine[]> {
    return this.database.transaction(ctx, async (tx) => {
      await this.ballots.find(tx, id, false);
      return this.roll.list(tx, id);
    });
  }

  /** Whether one may vote oneself. */
  @Get('me/ballots/:id/standing')
  @RequirePermission('roll.own')
  @Returns(StandingResponse)
  standing(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<Standing> {
    return this.database.transaction(ctx, async (tx) => {
      await this.ballots.find(tx, id, false);
      return this.roll.standing(tx, id, actingEmployeeId(tx));
    });
  }

  /** Those one filed, and those about oneself. */
  @Get('me/ballots/:id/roll-appeals')
  @RequirePermission('rollAppeal.file')
  @Returns(AppealResponse, { list: true })
  own(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<AppealView[]> {
    return this.database.transaction(ctx, (tx) => this.appeals.list(tx, id, false));
  }

  @Get('ballots/:id/roll-appeals')
  @RequirePermission('rollAppeal.list')
  @Returns(AppealResponse, { list: true })
  appealsOf(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<AppealView[]> {
    return this.database.transaction(ctx, (tx) => this.appeals.list(tx, id, true));
  }

  @Post('ballots/:id/roll-appeals')
  @RequirePermission('rollAppeal.file')
  @Returns(AppealResponse, { status: 201 })
  file(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { kind, subjectEmployeeId = null, text }: FileAppealDto): Promise<AppealView> {
    return this.database.transaction(ctx, (tx) => this.appeals.file(tx, id, { kind, subjectEmployeeId, text }));
  }

  @Post('ballots/:id/roll-appeals/:appealId/decision')
  @RequirePermission('rollAppeal.decide')
  @Returns(AppealResponse)
  decide(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @IdParam('appealId') appealId: string, @Body() { upheld, text }: DecideDto): Promise<AppealView> {
    return this.database.transaction(ctx, (tx) => this.appeals.decide(tx, id, appealId, upheld, text));
  }
}
