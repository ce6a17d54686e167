import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BallotService, RollClosingService, TrusteeService, type Ballot, type BallotStateStep, type TrusteeView } from '#ballots';
import { isPermitted } from '#contracts';
import { Database, type WorkContext } from '#platform';
import { Ctx, IdParam, RequirePermission, Returns } from '../http/route.js';
import { BallotDto, BallotReasonDto, BallotResponse, BallotStateStepResponse, ChangeBallotDto, toBallotInput, TrusteeResponse, TrusteesDto } from './ballot.dto.js';

const seesDrafts = ({ actor }: WorkContext): boolean => actor.kind === 'SYSTEM' || isPermitted('ballot.readDraft', actor.roles);

@Controller('ballots')
@ApiTags('ballots')
export class BallotController {
  constructor(
    private readonly database: Database,
    private readonly ballots: BallotService,
    private readonly trustees: TrusteeService,
    private readonly rolls: RollClosingService,
  ) {}

  /** Ballots with their timetables, the newest first. */
  @Get()
  @RequirePermission('ballot.read')
  @Returns(BallotResponse, { list: true })
  list(@Ctx() ctx: WorkContext): Promise<Ballot[]> {
    return this.database.transaction(ctx, (tx) => this.ballots.list(tx, seesDrafts(ctx)));
  }

  @Post()
  @RequirePermission('ballot.manage')
  @Returns(BallotResponse, { status: 201 })
  create(@Ctx() ctx: WorkContext, @Body() dto: BallotDto): Promise<Ballot> {
    return this.database.transaction(ctx, (tx) => this.ballots.create(tx, toBallotInput(dto)));
  }

  @Get(':id')
  @RequirePermission('ballot.read')
  @Returns(BallotResponse)
  find(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<Ballot> {
    return this.database.transaction(ctx, (tx) => this.ballots.find(tx, id, seesDrafts(ctx)));
  }

  @Put(':id')
  @RequirePermission('ballot.manage')
  @Returns(BallotResponse)
  change(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() dto: ChangeBallotDto): Promise<Ballot> {
    return this.database.transaction(ctx, (tx) => this.ballots.change(tx, id, dto.version, toBallotInput(dto)));
  }

  /** Every change of state with its reason. */
  @Get(':id/history')
  @RequirePermission('ballot.read')
  @Returns(BallotStateStepResponse, { list: true })
  history(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<BallotStateStep[]> {
    return this.database.transaction(ctx, (tx) => this.ballots.history(tx, id, seesDrafts(ctx)));
  }

  /** Makes the ballot known: nominations begin and the roll is drawn. */
  @Post(':id/announcement')
  @RequirePermission('ballot.manage')
  @Returns(BallotResponse)
  announce(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<Ballot> {
    return this.database.transaction(ctx, (tx) => this.ballots.announce(tx, id));
  }

  /** Freezes who votes and who stands, and numbers the candidates. */
  @Post(':id/roll-closing')
  @RequirePermission('ballot.manage')
  @Returns(BallotResponse)
  closeRoll(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<Ballot> {
    return this.database.transaction(ctx, (tx) => this.rolls.close(tx, id));
  }

  /** Calls the ballot off; possible until the first endorsement of the count. */
  @Post(':id/cancellation')
  @RequirePermission('ballot.cancel')
  @Returns(BallotResponse)
  cancel(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { reason }: BallotReasonDto): Promise<Ballot> {
    return this.database.transaction(ctx, (tx) => this.ballots.cancel(tx, id, reason));
  }

  /** Who holds the shares of the ballot's key, with their public keys. */
  @Get(':id/trustees')
  @RequirePermission('ballot.read')
  @Returns(TrusteeResponse, { list: true })
  trusteesOf(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<TrusteeView[]> {
    return this.database.transaction(ctx, async (tx) => {
      await this.ballots.find(tx, id, seesDrafts(ctx));
      return this.trustees.list(tx, id);
    });
  }

  /** Names all trustees anew; keys handed in before are void. */
  @Put(':id/trustees')
  @RequirePermission('ballot.manage')
  @Returns(TrusteeResponse, { list: true })
  appoint(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { trustees }: TrusteesDto): Promise<TrusteeView[]> {
    return this.database.transaction(ctx, (tx) => this.trustees.appoint(tx, id, trustees));
  }
}
