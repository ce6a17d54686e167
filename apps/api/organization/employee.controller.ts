import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AbsenceService, AssignmentService, EmployeeService, type AbsenceRow, type AssignmentRow, type EmployeeFacts } from '#organization';
import { Clock, Database, type WorkContext } from '#platform';
import { Ctx, IdParam, RequirePermission, Returns, ReturnsNothing } from '../http/route.js';
import { CreatedResponse, DayQuery } from './common.dto.js';
import {
  AbsenceResponse, AssignmentResponse, ChangeEmployeeRequest, CreateAbsenceRequest, EmployeePage, EmployeeQuery, EmployeeResponse,
} from './employee.dto.js';
import { pageOf } from './page.js';

@Controller('employees')
@ApiTags('staff')
export class EmployeeController {
  constructor(
    private readonly database: Database,
    private readonly employees: EmployeeService,
    private readonly assignments: AssignmentService,
    private readonly absences: AbsenceService,
    private readonly clock: Clock,
  ) {}

  /** Staff in service on a day, by employee number. */
  @Get()
  @RequirePermission('employee.list')
  @Returns(EmployeePage)
  list(@Ctx() ctx: WorkContext, @Query() { offset, limit, on, ...search }: EmployeeQuery): Promise<{ total: number; items: EmployeeFacts[] }> {
    return this.database.transaction(ctx, async (tx) =>
      pageOf(await this.employees.search(tx, { ...search, on: on ?? this.clock.today() }), { offset, limit }));
  }

  @Get(':id')
  @RequirePermission('employee.list')
  @Returns(EmployeeResponse)
  find(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Query() { on }: DayQuery): Promise<EmployeeFacts> {
    return this.database.transaction(ctx, (tx) => this.employees.find(tx, id, on ?? this.clock.today()));
  }

  /** Corrects the personnel record. */
  @Patch(':id')
  @RequirePermission('employee.manage')
  @ReturnsNothing()
  change(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() change: ChangeEmployeeRequest): Promise<void> {
    return this.database.transaction(ctx, (tx) => this.employees.change(tx, id, change));
  }

  /** Every posting, oldest first. */
  @Get(':id/assignments')
  @RequirePermission('employee.list')
  @Returns(AssignmentResponse, { list: true })
  history(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<AssignmentRow[]> {
    return this.database.transaction(ctx, (tx) => this.assignments.history(tx, id));
  }

  @Get(':id/absences')
  @RequirePermission('absence.manage')
  @Returns(AbsenceResponse, { list: true })
  listAbsences(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<AbsenceRow[]> {
    return this.database.transaction(ctx, (tx) => this.absences.list(tx, id));
  }

  @Post(':id/absences')
  @RequirePermission('absence.manage')
  @Returns(CreatedResponse, { status: 201 })
  addAbsence(@Ctx() ctx: WorkContext, @IdParam('id') employeeId: string, @Body() absence: CreateAbsenceRequest): Promise<CreatedResponse> {
    return this.database.transaction(ctx, async (tx) => ({ id: await this.absences.add(tx, { ...absence, employeeId }) }));
  }
}
