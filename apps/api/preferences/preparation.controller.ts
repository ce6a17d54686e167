import { Body, Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database, type WorkContext } from '#platform';
import { actingEmployeeId, PreparationService } from '#preferences';
import { Ctx, IdParam, RequirePermission, Returns, ReturnsNothing } from '../http/route.js';
import { ChangePreparationDto, CheckInDto, PreparationDto, PreparationResponse } from './preparation.dto.js';

@Controller('me/preparation-items')
@ApiTags('preparation')
export class PreparationController {
  constructor(
    private readonly database: Database,
    private readonly preparation: PreparationService,
  ) {}

  @Get()
  @RequirePermission('preparation.own')
  @Returns(PreparationResponse, { list: true })
  list(@Ctx() ctx: WorkContext) {
    return this.database.transaction(ctx, (tx) => this.preparation.list(tx, actingEmployeeId(tx)));
  }

  @Post()
  @RequirePermission('preparation.own')
  @Returns(PreparationResponse, { status: 201 })
  create(@Ctx() ctx: WorkContext, @Body() input: PreparationDto) {
    return this.database.transaction(ctx, (tx) => this.preparation.create(tx, actingEmployeeId(tx), input));
  }

  @Put(':id')
  @RequirePermission('preparation.own')
  @Returns(PreparationResponse)
  change(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() input: ChangePreparationDto) {
    return this.database.transaction(ctx, (tx) => this.preparation.change(tx, actingEmployeeId(tx), id, input));
  }

  @Delete(':id')
  @RequirePermission('preparation.own')
  @ReturnsNothing()
  remove(@Ctx() ctx: WorkContext, @IdParam('id') id: string) {
    return this.database.transaction(ctx, (tx) => this.preparation.remove(tx, actingEmployeeId(tx), id));
  }

  @Put(':id/check-ins')
  @RequirePermission('preparation.own')
  @Returns(PreparationResponse)
  checkIn(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() input: CheckInDto) {
    return this.database.transaction(ctx, (tx) => this.preparation.checkIn(tx, actingEmployeeId(tx), id, input));
  }

  @Delete(':id/check-ins/:checkInId')
  @RequirePermission('preparation.own')
  @ReturnsNothing()
  removeCheckIn(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @IdParam('checkInId') checkInId: string) {
    return this.database.transaction(ctx, (tx) => this.preparation.removeCheckIn(tx, actingEmployeeId(tx), id, checkInId));
  }
}
