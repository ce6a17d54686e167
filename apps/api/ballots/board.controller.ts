import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Board } from '#ballot-box';
import { BoardService, type Turnout } from '#ballots';
import { Database, type WorkContext } from '#platform';
import { Ctx, IdParam, RequirePermission, Returns } from '../http/route.js';
import { BoardResponse, TurnoutResponse } from './vote.dto.js';

/** What is published, from which anybody can recount. */
@Controller('ballots')
@ApiTags('ballots')
export class BoardController {
  constructor(
    private readonly database: Database,
    private readonly boards: BoardService,
  ) {}

  @Get(':id/board')
  @RequirePermission('board.read')
  @Returns(BoardResponse)
  read(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<Board> {
    return this.database.snapshot(ctx, (tx) => this.boards.read(tx, id));
  }

  /** After voting has closed. */
  @Get(':id/turnout')
  @RequirePermission('board.read')
  @Returns(TurnoutResponse)
  turnout(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<Turnout> {
    return this.database.transaction(ctx, (tx) => this.boards.turnout(tx, id));
  }
}
