import { Body, Controller, Get, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database, type WorkContext } from '#platform';
import { ComparisonService, listMechanisms, ScenarioService, WhatIfService, type Comparison, type Difference, type MechanismView, type PlacementRun, type WhatIfAnswer } from '#rounds';
import { Ctx, IdParam, RequirePermission, Returns } from '../http/route.js';
import { RunResponse } from './run.dto.js';
import { ComparisonQuery, ComparisonResponse, DifferenceResponse, MechanismResponse, RequestScenariosDto } from './scenario.dto.js';
import { WhatIfDto, WhatIfResponse } from './what-if.dto.js';

/** Several mechanisms on one snapshot, side by side. */
@Controller()
@ApiTags('rounds')
export class ScenarioController {
  constructor(
    private readonly database: Database,
    private readonly scenarios: ScenarioService,
    private readonly comparisons: ComparisonService,
    private readonly questions: WhatIfService,
  ) {}

  /** Every way in which the open phase can be placed. */
  @Get('mechanisms')
  @RequirePermission('round.read')
  @Returns(MechanismResponse, { list: true })
  mechanisms(): MechanismView[] {
    return listMechanisms();
  }

  /** Queues one run for each mechanism; their jobs show the progress. */
  @Post('rounds/:id/scenarios')
  @RequirePermission('run.request')
  @Returns(RunResponse, { list: true, status: HttpStatus.ACCEPTED })
  request(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { mechanisms, criteria }: RequestScenariosDto): Promise<PlacementRun[]> {
    return this.database.transaction(ctx, (tx) => this.scenarios.request(tx, id, { mechanisms, criteria: criteria ?? [] }));
  }

  /** Finished runs side by side: what each does to how many, what is proved, and the trade-off in words. */
  @Get('rounds/:id/comparison')
  @RequirePermission('run.read')
  @Returns(ComparisonResponse)
  compare(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Query() { runs }: ComparisonQuery): Promise<Comparison> {
    return this.database.transaction(ctx, (tx) => this.comparisons.compare(tx, id, runs?.split(',') ?? null));
  }

  /** "One place more here, that weight there": answered at once, and stored nowhere. */
  @Post('rounds/:id/what-if')
  @RequirePermission('run.readOutcomes')
  @Returns(WhatIfResponse)
  ask(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { runId, places, criteria, mechanism }: WhatIfDto): Promise<WhatIfAnswer> {
    return this.questions.ask(ctx, id, { runId: runId ?? null, places: places ?? [], criteria: criteria ?? [], mechanism: mechanism ?? null });
  }

  /** To whom two runs give different posts. */
  @Get('rounds/:id/runs/:runId/differences/:otherId')
  @RequirePermission('run.readOutcomes')
  @Returns(DifferenceResponse, { list: true })
  differences(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @IdParam('runId') runId: string, @IdParam('otherId') otherId: string): Promise<Difference[]> {
    return this.database.transaction(ctx, (tx) => this.comparisons.differences(tx, id, runId, otherId));
  }
}
