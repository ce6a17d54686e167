import { Body, Controller, Get, Header, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database, type WorkContext } from '#platform';
import { ApprovalService, CommitteePackService, CommitteeService, PAGE_POLICY, packPage, type CommitteePack, type PlacementRound } from '#rounds';
import { Ctx, IdParam, RequirePermission, Returns, ReturnsFile } from '../http/route.js';
import { ApproveDto, CommitteePackResponse, RecordReviewDto } from './committee.dto.js';
import { ReasonDto, RoundResponse } from './round.dto.js';

/** The personnel committee's review and the mayor's approval. */
@Controller('rounds/:id')
@ApiTags('review and approval')
export class CommitteeController {
  constructor(
    private readonly database: Database,
    private readonly packs: CommitteePackService,
    private readonly committee: CommitteeService,
    private readonly approvals: ApprovalService,
  ) {}

  @Get('committee-pack')
  @RequirePermission('committee.readPack')
  @Returns(CommitteePackResponse)
  pack(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<CommitteePack> {
    return this.database.transaction(ctx, (tx) => this.packs.pack(tx, id));
  }

  /** The same as a page to print. */
  @Get('committee-pack/page')
  @RequirePermission('committee.readPack')
  @ReturnsFile('text/html')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', PAGE_POLICY)
  page(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<string> {
    return this.database.transaction(ctx, async (tx) => packPage(await this.packs.pack(tx, id)));
  }

  @Post('reviews')
  @RequirePermission('committee.review')
  @Returns(RoundResponse, { status: 201 })
  review(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() input: RecordReviewDto): Promise<PlacementRound> {
    return this.database.transaction(ctx, (tx) => this.committee.record(tx, id, input));
  }

  @Post('approval')
  @RequirePermission('round.approve')
  @Returns(RoundResponse)
  approve(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { reason = null }: ApproveDto): Promise<PlacementRound> {
    return this.database.transaction(ctx, (tx) => this.approvals.approve(tx, id, reason));
  }

  /** Back to HR, instead of approving. */
  @Post('approval/sending-back')
  @RequirePermission('round.approve')
  @Returns(RoundResponse)
  sendBack(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { reason }: ReasonDto): Promise<PlacementRound> {
    return this.database.transaction(ctx, (tx) => this.approvals.sendBack(tx, id, reason));
  }

  @Post('approval/withdrawal')
  @RequirePermission('round.approve')
  @Returns(RoundResponse)
  withdraw(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { reason }: ReasonDto): Promise<PlacementRound> {
    return this.database.transaction(ctx, (tx) => this.approvals.withdraw(tx, id, reason));
  }
}
