import { Body, Controller, Get, Header, Post, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { map } from 'rxjs';
import { Database, type WorkContext } from '#platform';
import {
  AdoptionService, ParticipantRegisterService, ReplayService, RunService, RunWatch, ViolationService, type OutcomeLine, type PlacementRound, type PlacementRun, type Replay, type RunEvent, type ViolationView,
} from '#rounds';
import { serializerFor } from '../http/field-metadata.js';
import { Ctx, IdParam, RequirePermission, Returns, ReturnsFile, ReturnsNothing } from '../http/route.js';
import { eventStream } from '../platform/jobs-event-stream.js';
import { ReasonDto, RoundResponse } from './round.dto.js';
import { AdoptRunDto, OutcomeLineResponse, ReplayResponse, RequestRunDto, RunDetailResponse, RunEventResponse, RunResponse, ViolationResponse } from './run.dto.js';

const declaredFieldsOf = (event: RunEvent): object => serializerFor(RunEventResponse)({ ...event });

/** Scenarios: runs side by side, one of which is adopted. */
@Controller('rounds/:id')
@ApiTags('rounds')
export class RunController {
  constructor(
    private readonly database: Database,
    private readonly runs: RunService,
    private readonly adoption: AdoptionService,
    private readonly register: ParticipantRegisterService,
    private readonly violations: ViolationService,
    private readonly replays: ReplayService,
    private readonly watch: RunWatch,
  ) {}

  @Get('runs')
  @RequirePermission('run.read')
  @Returns(RunResponse, { list: true })
  list(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<PlacementRun[]> {
    return this.database.transaction(ctx, (tx) => this.runs.list(tx, id));
  }

  /** Queues a run; its job shows the progress. */
  @Post('runs')
  @RequirePermission('run.request')
  @Returns(RunResponse, { status: 202 })
  request(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { label, mechanism, seed, criteria }: RequestRunDto): Promise<PlacementRun> {
    return this.database.transaction(ctx, (tx) => this.runs.request(tx, id, { label, mechanism: mechanism ?? null, seed: seed ?? null, criteria: criteria ?? [] }));
  }

  @Get('runs/:runId')
  @RequirePermission('run.read')
  @Returns(RunDetailResponse)
  find(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @IdParam('runId') runId: string): Promise<PlacementRun> {
    return this.database.transaction(ctx, (tx) => this.runs.find(tx, id, runId));
  }

  /** Where the run is, as server-sent events: now and after every change, until it has ended. */
  @Get('runs/:runId/events')
  @RequirePermission('run.read')
  @ReturnsFile('text/event-stream')
  @Header('x-accel-buffering', 'no')
  async events(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @IdParam('runId') runId: string): Promise<StreamableFile> {
    return eventStream((await this.watch.follow(ctx, id, runId)).pipe(map((event) => declaredFieldsOf(event))));
  }

  /** Gives the run up: at once while it waits, as soon as it has stopped otherwise. */
  @Post('runs/:runId/cancellation')
  @RequirePermission('run.request')
  @Returns(RunResponse)
  cancel(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @IdParam('runId') runId: string): Promise<PlacementRun> {
    return this.database.transaction(ctx, (tx) => this.runs.cancel(tx, id, runId));
  }

  /** The open phase in the format `jari-instance/1` with priority lists, lottery resolved. */
  @Get('runs/:runId/instance')
  @RequirePermission('run.readDocument')
  @ReturnsFile('application/json')
  instance(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @IdParam('runId') runId: string): Promise<object> {
    return this.database.transaction(ctx, (tx) => this.runs.document(tx, id, runId, 'instance'));
  }

  /** The open phase's assignment: employee number → post code or null. */
  @Get('runs/:runId/assignment')
  @RequirePermission('run.readDocument')
  @ReturnsFile('application/json')
  assignment(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @IdParam('runId') runId: string): Promise<object> {
    return this.database.transaction(ctx, (tx) => this.runs.document(tx, id, runId, 'assignment'));
  }

  @Get('runs/:runId/outcomes')
  @RequirePermission('run.readOutcomes')
  @Returns(OutcomeLineResponse, { list: true })
  outcomes(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @IdParam('runId') runId: string): Promise<OutcomeLine[]> {
    return this.database.transaction(ctx, (tx) => this.register.outcomes(tx, id, runId));
  }

  /** Makes the run again from its stored input and compares the hashes. */
  @Post('runs/:runId/replay')
  @RequirePermission('run.replay')
  @Returns(ReplayResponse)
  replay(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @IdParam('runId') runId: string): Promise<Replay> {
    return this.replays.replay(ctx, id, runId);
  }

  /** A named officer makes the run the proposal. */
  @Post('runs/:runId/adoption')
  @RequirePermission('run.adopt')
  @Returns(RoundResponse)
  adopt(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @IdParam('runId') runId: string, @Body() { reason, resolutionNumber }: AdoptRunDto): Promise<PlacementRound> {
    return this.database.transaction(ctx, (tx) => this.adoption.adopt(tx, id, { runId, reason, resolutionNumber: resolutionNumber ?? null }));
  }

  /** What the checks after the run found. */
  @Get('violations')
  @RequirePermission('violation.read')
  @Returns(ViolationResponse, { list: true })
  listViolations(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<ViolationView[]> {
    return this.database.transaction(ctx, (tx) => this.violations.list(tx, id));
  }

  @Post('violations/:violationId/acceptance')
  @RequirePermission('violation.accept')
  @ReturnsNothing()
  accept(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @IdParam('violationId') violationId: string, @Body() { reason }: ReasonDto): Promise<void> {
    return this.database.transaction(ctx, (tx) => this.violations.accept(tx, id, violationId, reason));
  }
}
