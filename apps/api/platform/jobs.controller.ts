import { Controller, Get, Header, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { map } from 'rxjs';
import { Database, JobService, JobWatch, type JobView, type WorkContext } from '#platform';
import { serializerFor } from '../http/field-metadata.js';
import { Ctx, IdParam, RequirePermission, Returns, ReturnsFile } from '../http/route.js';
import { eventStream } from './jobs-event-stream.js';
import { JobQuery, JobResponse } from './jobs.dto.js';

const declaredFieldsOf = (job: JobView): object => serializerFor(JobResponse)({ ...job });

@Controller('jobs')
@ApiTags('jobs')
export class JobsController {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobService,
    private readonly watch: JobWatch,
  ) {}

  /** Work that was put off, newest first; `state=DEAD` lists what waits for an operator. */
  @Get()
  @RequirePermission('job.list')
  @Returns(JobResponse, { list: true })
  list(@Ctx() ctx: WorkContext, @Query() { limit = 50, ...filter }: JobQuery): Promise<readonly JobView[]> {
    return this.database.transaction(ctx, (tx) => this.jobs.list(tx, { ...filter, limit }));
  }

  /** Progress of one job, for operators and for the person who asked for it. */
  @Get(':id')
  @RequirePermission('job.view')
  @Returns(JobResponse)
  view(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<JobView> {
    return this.database.transaction(ctx, (tx) => this.jobs.view(tx, id));
  }

  /** The same live, as server-sent events: the job now and after every change, until it has ended. */
  @Get(':id/events')
  @RequirePermission('job.view')
  @ReturnsFile('text/event-stream')
  @Header('x-accel-buffering', 'no')
  async events(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<StreamableFile> {
    return eventStream((await this.watch.follow(ctx, id)).pipe(map(declaredFieldsOf)));
  }

  /** Gives a dead job all its attempts again. */
  @Post(':id/retry')
  @RequirePermission('job.manage')
  @Returns(JobResponse)
  retry(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<JobView> {
    return this.database.transaction(ctx, (tx) => this.jobs.retry(tx, id));
  }

  /** Cancels a waiting or dead job at once; tells a running one to stop. */
  @Post(':id/cancel')
  @RequirePermission('job.manage')
  @Returns(JobResponse)
  cancel(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<JobView> {
    return this.database.transaction(ctx, (tx) => this.jobs.cancel(tx, id));
  }
}
