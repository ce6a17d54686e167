import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock, Database, type WorkContext } from '#platform';
import { CriteriaService, type Criterion } from '#rounds';
import { Ctx, RequirePermission, Returns, ReturnsNothing } from '../http/route.js';
import { CriteriaQuery, CriterionResponse, SetCriterionDto } from './criterion.dto.js';

@Controller('criteria')
@ApiTags('rounds')
export class CriterionController {
  constructor(
    private readonly database: Database,
    private readonly criteria: CriteriaService,
    private readonly clock: Clock,
  ) {}

  /** Every rule's criterion as it stands on a day, with its legal basis. */
  @Get()
  @RequirePermission('criterion.read')
  @Returns(CriterionResponse, { list: true })
  list(@Ctx() ctx: WorkContext, @Query() { on }: CriteriaQuery): Promise<readonly Criterion[]> {
    return this.database.transaction(ctx, (tx) => this.criteria.at(tx, on ?? this.clock.today()));
  }

  /** The organisation's own value from a day on. */
  @Put(':code')
  @RequirePermission('criterion.set')
  @ReturnsNothing()
  set(@Ctx() ctx: WorkContext, @Param('code') code: string, @Body() { validTo = null, ...input }: SetCriterionDto): Promise<void> {
    return this.database.transaction(ctx, (tx) => this.criteria.set(tx, { ...input, code, validTo }));
  }
}
