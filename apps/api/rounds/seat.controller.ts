import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database, type WorkContext } from '#platform';
import { PostChangeService, SeatCatalogueService, type PostChangeResult, type RoundSeatView } from '#rounds';
import { Ctx, IdParam, RequirePermission, Returns } from '../http/route.js';
import { ChangePostDto, PostChangeResponse, RoundSeatResponse } from './seat.dto.js';

@Controller('rounds/:id')
@ApiTags('rounds')
export class SeatController {
  constructor(
    private readonly database: Database,
    private readonly seats: SeatCatalogueService,
    private readonly changes: PostChangeService,
  ) {}

  /** The posts of the round as they were announced. */
  @Get('seats')
  @RequirePermission('roundSeat.read')
  @Returns(RoundSeatResponse, { list: true })
  list(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<RoundSeatView[]> {
    return this.database.transaction(ctx, (tx) => this.seats.ofRound(tx, id));
  }

  /** A post changed after the notice: those who wished for it are told why and may choose again. */
  @Post('post-changes')
  @RequirePermission('roundSeat.change')
  @Returns(PostChangeResponse, { status: 201 })
  change(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { closesAt, ...change }: ChangePostDto): Promise<PostChangeResult> {
    return this.database.transaction(ctx, (tx) => this.changes.change(tx, id, { ...change, closesAt: new Date(closesAt) }));
  }
}
