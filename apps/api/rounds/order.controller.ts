import { Body, Controller, Get, Header, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database, type WorkContext } from '#platform';
import { CorrectionService, OrderService, PAGE_POLICY, type OrderDraft, type OrderView, type PersonnelOrder, type PlacementRound } from '#rounds';
import { Ctx, IdParam, RequirePermission, Returns, ReturnsFile } from '../http/route.js';
import { CorrectOrderDto, IssueOrderDto, OrderDraftResponse, OrderHeadResponse, OrderQueryDto, OrderResponse } from './order.dto.js';
import { RoundResponse } from './round.dto.js';

/** Personnel orders (발령) and their corrections. */
@Controller()
@ApiTags('orders')
export class OrderController {
  constructor(
    private readonly database: Database,
    private readonly orders: OrderService,
    private readonly corrections: CorrectionService,
  ) {}

  /** What would be issued now. */
  @Get('rounds/:id/order-draft')
  @RequirePermission('order.draft')
  @Returns(OrderDraftResponse)
  draft(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<OrderDraft> {
    return this.database.transaction(ctx, (tx) => this.orders.draft(tx, id));
  }

  /** Issues the order of an approved round; asked a second time it answers with the order already issued. */
  @Post('rounds/:id/order')
  @RequirePermission('order.issue')
  @Returns(OrderResponse)
  issue(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { draftHash }: IssueOrderDto): Promise<OrderView> {
    return this.database.transaction(ctx, (tx) => this.orders.issue(tx, id, draftHash));
  }

  @Post('rounds/:id/archive')
  @RequirePermission('round.archive')
  @Returns(RoundResponse)
  archive(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<PlacementRound> {
    return this.database.transaction(ctx, (tx) => this.orders.archive(tx, id));
  }

  @Get('orders')
  @RequirePermission('order.list')
  @Returns(OrderHeadResponse, { list: true })
  list(@Ctx() ctx: WorkContext, @Query() { roundId }: OrderQueryDto): Promise<PersonnelOrder[]> {
    return this.database.transaction(ctx, (tx) => this.orders.list(tx, roundId ?? null));
  }

  @Get('orders/:id')
  @RequirePermission('order.read')
  @Returns(OrderResponse)
  find(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<OrderView> {
    return this.database.transaction(ctx, (tx) => this.orders.find(tx, id));
  }

  /** The published document (인사발령문): who goes where, and never why. */
  @Get('orders/:id/page')
  @RequirePermission('order.list')
  @ReturnsFile('text/html')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', PAGE_POLICY)
  page(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<string> {
    return this.database.transaction(ctx, (tx) => this.orders.page(tx, id));
  }

  @Get('orders/:id/csv')
  @RequirePermission('order.list')
  @ReturnsFile('text/csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="personnel-order.csv"')
  csv(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<Buffer> {
    return this.database.transaction(ctx, (tx) => this.orders.csv(tx, id));
  }

  @Post('orders/:id/corrections')
  @RequirePermission('order.correct')
  @Returns(OrderResponse, { status: 201 })
  correct(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() input: CorrectOrderDto): Promise<OrderView> {
    return this.database.transaction(ctx, (tx) => this.corrections.issue(tx, id, input));
  }
}
