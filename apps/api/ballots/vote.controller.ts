import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#ballot-box';
import { IntakeService, type SlotRevision } from '#ballots';
import { Database, type WorkContext } from '#platform';
import { Ctx, IdParam, RequirePermission, Returns } from '../http/route.js';
import { CastDto, ReceiptResponse, SlotRevisionResponse, TestBallotDto, TestedResponse } from './vote.dto.js';

/** Voting: what arrives here is encrypted. */
@Controller('me/ballots')
@ApiTags('ballots')
export class VoteController {
  constructor(
    private readonly database: Database,
    private readonly intake: IntakeService,
  ) {}

  /** Casts a revision of one's vote. The receipt goes out after the commit; the same envelope again gives the same receipt. */
  @Post(':id/votes')
  @RequirePermission('vote.cast')
  @Returns(ReceiptResponse, { status: 201 })
  cast(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { envelope, content }: CastDto): Promise<Receipt> {
    return this.intake.cast(ctx, id, { envelope, content });
  }

  /** Before a test shows how a ballot was encrypted: it can never be cast then. */
  @Post(':id/tests')
  @RequirePermission('vote.cast')
  @Returns(TestedResponse, { status: 201 })
  test(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { notice }: TestBallotDto): Promise<TestedResponse> {
    return this.database.transaction(ctx, async (tx) => ({ intakeIndex: await this.intake.test(tx, id, notice) }));
  }

  /** What one has cast so far, from which the next revision follows. */
  @Get(':id/vote')
  @RequirePermission('vote.cast')
  @Returns(SlotRevisionResponse)
  own(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<SlotRevision> {
    return this.database.transaction(ctx, (tx) => this.intake.own(tx, id));
  }
}
