import { Body, Controller, Delete, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AbsenceService, AssignmentService, PlannedAssignmentService, type PlannedAssignmentRow } from '#organization';
import { Database, type WorkContext } from '#platform';
import { Ctx, IdParam, RequirePermission, Returns, ReturnsNothing } from '../http/route.js';
import { CreatedResponse } from './common.dto.js';
import { ChangeAbsenceRequest, CorrectAssignmentRequest } from './employee.dto.js';
import { CreatePlannedAssignmentRequest, PlannedAssignmentResponse } from './planned-assignment.dto.js';

@Controller()
@ApiTags('staff')
export class PostingController {
  constructor(
    private readonly database: Database,
    private readonly assignments: AssignmentService,
    private readonly planned: PlannedAssignmentService,
    private readonly absences: AbsenceService,
  ) {}

  /** Corrects one line of somebody's history. */
  @Patch('assignments/:id')
  @RequirePermission('assignment.manage')
  @ReturnsNothing()
  correct(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() correction: CorrectAssignmentRequest): Promise<void> {
    return this.database.transaction(ctx, (tx) => this.assignments.correct(tx, id, correction));
  }

  @Patch('absences/:id')
  @RequirePermission('absence.manage')
  @ReturnsNothing()
  changeAbsence(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() change: ChangeAbsenceRequest): Promise<void> {
    return this.database.transaction(ctx, (tx) => this.absences.change(tx, id, change));
  }

  @Delete('absences/:id')
  @RequirePermission('absence.manage')
  @ReturnsNothing()
  removeAbsence(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<void> {
    return this.database.transaction(ctx, (tx) => this.absences.remove(tx, id));
  }

  /** Postings decided elsewhere and not yet carried out. */
  @Get('planned-assignments')
  @RequirePermission('plannedAssignment.list')
  @Returns(PlannedAssignmentResponse, { list: true })
  listPlanned(@Ctx() ctx: WorkContext): Promise<PlannedAssignmentRow[]> {
    return this.database.transaction(ctx, (tx) => this.planned.list(tx));
  }

  @Post('planned-assignments')
  @RequirePermission('plannedAssignment.manage')
  @Returns(CreatedResponse, { status: 201 })
  plan(@Ctx() ctx: WorkContext, @Body() planned: CreatePlannedAssignmentRequest): Promise<CreatedResponse> {
    return this.database.transaction(ctx, async (tx) => ({ id: await this.planned.plan(tx, { ...planned, source: 'HR', sourceId: null }) }));
  }

  @Post('planned-assignments/:id/withdrawal')
  @RequirePermission('plannedAssignment.manage')
  @ReturnsNothing()
  withdraw(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<void> {
    return this.database.transaction(ctx, (tx) => this.planned.settle(tx, id, 'WITHDRAWN'));
  }
}
