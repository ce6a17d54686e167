import { Body, Controller, Delete, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CircumstanceService, RelationService, type CircumstanceRow, type RelationRow } from '#organization';
import { Database, type WorkContext } from '#platform';
import { Ctx, IdParam, RequirePermission, Returns, ReturnsNothing } from '../http/route.js';
import { CaseQuery, CircumstanceResponse, CreateCircumstanceRequest, CreateRelationRequest, RelationResponse } from './circumstance.dto.js';
import { CreatedResponse, EndRequest } from './common.dto.js';

/** Protected facts. Every reading is an audit row. */
@Controller()
@ApiTags('staff, HR only')
export class CircumstanceController {
  constructor(
    private readonly database: Database,
    private readonly circumstances: CircumstanceService,
    private readonly relations: RelationService,
  ) {}

  @Get('employees/:id/circumstances')
  @RequirePermission('circumstance.manage')
  @Returns(CircumstanceResponse, { list: true })
  list(@Ctx() ctx: WorkContext, @IdParam('id') employeeId: string): Promise<readonly CircumstanceRow[]> {
    return this.database.transaction(ctx, (tx) => this.circumstances.listForHr(tx, employeeId));
  }

  @Post('employees/:id/circumstances')
  @RequirePermission('circumstance.manage')
  @Returns(CreatedResponse, { status: 201 })
  add(@Ctx() ctx: WorkContext, @IdParam('id') employeeId: string, @Body() circumstance: CreateCircumstanceRequest): Promise<CreatedResponse> {
    return this.database.transaction(ctx, async (tx) => ({ id: await this.circumstances.add(tx, { ...circumstance, employeeId }) }));
  }

  @Post('circumstances/:id/end')
  @RequirePermission('circumstance.manage')
  @ReturnsNothing()
  end(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { on }: EndRequest): Promise<void> {
    return this.database.transaction(ctx, (tx) => this.circumstances.end(tx, id, on));
  }

  /** For an auditor, who must name the case. */
  @Get('circumstances')
  @RequirePermission('circumstance.readByCase')
  @Returns(CircumstanceResponse, { list: true })
  listByCase(@Ctx() ctx: WorkContext, @Query() { caseNumber }: CaseQuery): Promise<readonly CircumstanceRow[]> {
    return this.database.transaction(ctx, (tx) => this.circumstances.listByCase(tx, caseNumber));
  }

  @Get('relations')
  @RequirePermission('relation.manage')
  @Returns(RelationResponse, { list: true })
  listRelations(@Ctx() ctx: WorkContext): Promise<readonly RelationRow[]> {
    return this.database.transaction(ctx, (tx) => this.relations.listForHr(tx));
  }

  @Post('relations')
  @RequirePermission('relation.manage')
  @Returns(CreatedResponse, { status: 201 })
  addRelation(@Ctx() ctx: WorkContext, @Body() { employeeId, otherEmployeeId, kind, note }: CreateRelationRequest): Promise<CreatedResponse> {
    return this.database.transaction(ctx, async (tx) => ({ id: await this.relations.add(tx, employeeId, otherEmployeeId, kind, note) }));
  }

  @Delete('relations/:id')
  @RequirePermission('relation.manage')
  @ReturnsNothing()
  removeRelation(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<void> {
    return this.database.transaction(ctx, (tx) => this.relations.remove(tx, id));
  }
}
