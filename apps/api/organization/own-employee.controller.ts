import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EmployeeService, type EmployeeFacts } from '#organization';
import { Clock, Database, type WorkContext } from '#platform';
import { Ctx, RequirePermission, Returns } from '../http/route.js';
import { DayQuery } from './common.dto.js';
import { OwnEmployeeResponse } from './employee.dto.js';

@Controller('me/employee')
@ApiTags('my own')
export class OwnEmployeeController {
  constructor(
    private readonly database: Database,
    private readonly employees: EmployeeService,
    private readonly clock: Clock,
  ) {}

  /** My own record: post, tenure and everything it is computed from. */
  @Get()
  @RequirePermission('employee.readOwn')
  @Returns(OwnEmployeeResponse)
  find(@Ctx() ctx: WorkContext, @Query() { on }: DayQuery): Promise<EmployeeFacts> {
    return this.database.transaction(ctx, (tx) => this.employees.findOwn(tx, on ?? this.clock.today()));
  }
}
