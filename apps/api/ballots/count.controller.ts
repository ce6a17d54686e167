import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Endorsement } from '#ballot-box';
import { CountService, DecisionService, EndorsementService, type Ballot, type DecisionView } from '#ballots';
import { Database, type WorkContext } from '#platform';
import { Ctx, IdParam, RequirePermission, Returns, ReturnsNothing } from '../http/route.js';
import { BallotResponse } from './ballot.dto.js';
import { BallotDecisionResponse, DecideBallotDto, DeclareFailedDto, EndorsementResponse, EndorseDto, GiveShareDto } from './count.dto.js';

/** From a closed board to a decision. */
@Controller()
@ApiTags('ballots')
export class CountController {
  constructor(
    private readonly database: Database,
    private readonly endorsements: EndorsementService,
    private readonly counts: CountService,
    private readonly decisions: DecisionService,
  ) {}

  /** A trustee's tool has recounted the closed board and names its sum; once. */
  @Post('me/ballots/:id/endorsement')
  @RequirePermission('trustee.act')
  @Returns(EndorsementResponse, { list: true })
  endorse(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { boardHead, aggregateHash, counted, signature }: EndorseDto): Promise<Endorsement[]> {
    return this.database.transaction(ctx, (tx) => this.endorsements.endorse(tx, id, { boardHead, aggregateHash, counted, signature }));
  }

  /** A trustee's share of the decryption, when enough have endorsed the sum. */
  @Post('me/ballots/:id/decryption-share')
  @RequirePermission('trustee.act')
  @ReturnsNothing()
  give(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { share, lotNonce = null }: GiveShareDto): Promise<void> {
    return this.database.transaction(ctx, (tx) => this.counts.give(tx, id, share, lotNonce));
  }

  /** Too few trustees came, or a receipt was not honoured. */
  @Post('ballots/:id/failure')
  @RequirePermission('ballot.fail')
  @Returns(BallotResponse)
  fail(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { failure, reason }: DeclareFailedDto): Promise<Ballot> {
    return this.database.transaction(ctx, (tx) => this.counts.declareFailed(tx, id, failure, reason));
  }

  @Get('ballots/:id/decision')
  @RequirePermission('ballot.read')
  @Returns(BallotDecisionResponse)
  view(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<DecisionView> {
    return this.database.transaction(ctx, (tx) => this.decisions.view(tx, id));
  }

  /** The mayor countersigns the result, or departs from it with a published reason; who is appointed enters the next round. */
  @Post('ballots/:id/decision')
  @RequirePermission('ballot.decide')
  @Returns(BallotDecisionResponse, { status: 201 })
  decide(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { appointedEmployeeId, reason = null }: DecideBallotDto): Promise<DecisionView> {
    return this.database.transaction(ctx, (tx) => this.decisions.decide(tx, id, { appointedEmployeeId, reason }));
  }
}
