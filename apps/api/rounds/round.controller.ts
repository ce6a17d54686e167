import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isPermitted } from '#contracts';
import { Database, type WorkContext } from '#platform';
import { CriteriaService, RoundService, type Criterion, type FrozenCriteria, type PlacementRound, type StateChange } from '#rounds';
import { Ctx, IdParam, RequirePermission, Returns } from '../http/route.js';
import { CriterionResponse } from './criterion.dto.js';
import { ChangeRoundDto, GoBackDto, ReasonDto, RoundDto, RoundResponse, StateChangeResponse, toRoundInput } from './round.dto.js';

const seesDrafts = ({ actor }: WorkContext): boolean => actor.kind === 'SYSTEM' || isPermitted('round.readDraft', actor.roles);

@Controller('rounds')
@ApiTags('rounds')
export class RoundController {
  constructor(
    private readonly database: Database,
    private readonly rounds: RoundService,
    private readonly criteria: CriteriaService,
  ) {}

  /** Rounds with their timetables, the newest first. */
  @Get()
  @RequirePermission('round.read')
  @Returns(RoundResponse, { list: true })
  list(@Ctx() ctx: WorkContext): Promise<PlacementRound[]> {
    return this.database.transaction(ctx, (tx) => this.rounds.list(tx, seesDrafts(ctx)));
  }

  @Post()
  @RequirePermission('round.manage')
  @Returns(RoundResponse, { status: 201 })
  create(@Ctx() ctx: WorkContext, @Body() dto: RoundDto): Promise<PlacementRound> {
    return this.database.transaction(ctx, (tx) => this.rounds.create(tx, toRoundInput(dto)));
  }

  @Get(':id')
  @RequirePermission('round.read')
  @Returns(RoundResponse)
  find(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<PlacementRound> {
    return this.database.transaction(ctx, (tx) => this.rounds.find(tx, id, seesDrafts(ctx)));
  }

  @Put(':id')
  @RequirePermission('round.manage')
  @Returns(RoundResponse)
  change(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() dto: ChangeRoundDto): Promise<PlacementRound> {
    return this.database.transaction(ctx, (tx) => this.rounds.change(tx, id, dto.version, toRoundInput(dto)));
  }

  /** The criteria of the round: frozen from the notice on, before it as they would be. */
  @Get(':id/criteria')
  @RequirePermission('round.read')
  @Returns(CriterionResponse, { list: true })
  criteriaOf(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<readonly Criterion[]> {
    return this.database.transaction(ctx, async (tx) => {
      const round = await this.rounds.find(tx, id, seesDrafts(ctx));
      const frozen = round.criteria as FrozenCriteria;
      return round.state === 'DRAFT' ? this.criteria.at(tx, round.cutOffOn, frozen) : this.criteria.describeFrozen(frozen);
    });
  }

  /** Every change of state with its reason. */
  @Get(':id/history')
  @RequirePermission('round.read')
  @Returns(StateChangeResponse, { list: true })
  history(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<StateChange[]> {
    return this.database.transaction(ctx, (tx) => this.rounds.history(tx, id, seesDrafts(ctx)));
  }

  /** Announces the round: criteria, posts and seed are frozen. */
  @Post(':id/notice')
  @RequirePermission('round.manage')
  @Returns(RoundResponse)
  announce(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<PlacementRound> {
    return this.database.transaction(ctx, (tx) => this.rounds.announce(tx, id));
  }

  /** Opens filing; happens by itself at the opening time. */
  @Post(':id/open')
  @RequirePermission('round.manage')
  @Returns(RoundResponse)
  open(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<PlacementRound> {
    return this.database.transaction(ctx, (tx) => this.rounds.open(tx, id));
  }

  /** Closes filing and takes the snapshot; happens by itself at the deadline and is refused before it. */
  @Post(':id/close')
  @RequirePermission('round.manage')
  @Returns(RoundResponse)
  close(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<PlacementRound> {
    return this.database.transaction(ctx, (tx) => this.rounds.close(tx, id));
  }

  /** One step back, with a reason that everyone concerned sees. */
  @Post(':id/way-back')
  @RequirePermission('round.manage')
  @Returns(RoundResponse)
  goBack(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { reason, closesAt }: GoBackDto): Promise<PlacementRound> {
    return this.database.transaction(ctx, (tx) => this.rounds.goBack(tx, id, reason, closesAt ? new Date(closesAt) : null));
  }

  /** Calls the round off: HR's to do until the approval, then the mayor's. */
  @Post(':id/cancellation')
  @RequirePermission('round.cancel')
  @Returns(RoundResponse)
  cancel(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { reason }: ReasonDto): Promise<PlacementRound> {
    return this.database.transaction(ctx, (tx) => this.rounds.cancel(tx, id, reason));
  }
}
