import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database, RoleGrantService, type RoleGrantView, type WorkContext } from '#platform';
import { Ctx, IdParam, RequirePermission, Returns } from '../http/route.js';
import { EndRoleRequest, GrantRoleRequest, RoleGrantItem, RoleGrantQuery } from './role-grants.dto.js';

@Controller('role-grants')
@ApiTags('accounts')
export class RoleGrantsController {
  constructor(
    private readonly database: Database,
    private readonly grants: RoleGrantService,
  ) {}

  /** Granted roles, past and future ones too. */
  @Get()
  @RequirePermission('role.list')
  @Returns(RoleGrantItem, { list: true })
  list(@Ctx() ctx: WorkContext, @Query() { accountId }: RoleGrantQuery): Promise<RoleGrantView[]> {
    return this.database.transaction(ctx, (tx) => this.grants.list(tx, accountId));
  }

  @Post()
  @RequirePermission('role.grant')
  @Returns(RoleGrantItem, { status: 201 })
  grant(@Ctx() ctx: WorkContext, @Body() request: GrantRoleRequest): Promise<RoleGrantView> {
    return this.database.transaction(ctx, (tx) => this.grants.grant(tx, request));
  }

  /** Ends a grant; it stays in the list. */
  @Patch(':id')
  @RequirePermission('role.grant')
  @Returns(RoleGrantItem)
  end(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { validTo }: EndRoleRequest): Promise<RoleGrantView> {
    return this.database.transaction(ctx, (tx) => this.grants.end(tx, id, validTo));
  }
}
