import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ownEmployeeId } from '#organization';
import { Database, type WorkContext } from '#platform';
import { ResultService, type CutOff, type OwnResult } from '#rounds';
import { Ctx, IdParam, RequirePermission, Returns } from '../http/route.js';
import { CutOffResponse, ResultResponse } from './result.dto.js';

@Controller()
@ApiTags('results')
export class ResultController {
  constructor(
    private readonly database: Database,
    private readonly results: ResultService,
  ) {}

  /** One's own outcome, wish by wish, from the day of the order on. */
  @Get('me/rounds/:id/result')
  @RequirePermission('result.own')
  @Returns(ResultResponse)
  own(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<OwnResult> {
    return this.database.transaction(ctx, (tx) => this.results.own(tx, id, ownEmployeeId(tx)));
  }

  /** The lowest scores that got in, masked where fewer than five people did. */
  @Get('rounds/:id/cut-offs')
  @RequirePermission('result.cutOffs')
  @Returns(CutOffResponse, { list: true })
  cutOffs(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<CutOff[]> {
    return this.database.transaction(ctx, (tx) => this.results.cutOffs(tx, id));
  }
}
