import { Body, Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database, type WorkContext } from '#platform';
import { actingEmployeeId, SavedSearchService } from '#preferences';
import { Ctx, IdParam, RequirePermission, Returns, ReturnsNothing } from '../http/route.js';
import { ChangeSavedSearchDto, SavedSearchDto, SavedSearchResponse } from './saved-search.dto.js';

@Controller('me/saved-searches')
@ApiTags('catalogue')
export class SavedSearchController {
  constructor(
    private readonly database: Database,
    private readonly searches: SavedSearchService,
  ) {}

  @Get()
  @RequirePermission('savedSearch.own')
  @Returns(SavedSearchResponse, { list: true })
  list(@Ctx() ctx: WorkContext) {
    return this.database.transaction(ctx, (tx) => this.searches.list(tx, actingEmployeeId(tx)));
  }

  @Post()
  @RequirePermission('savedSearch.own')
  @Returns(SavedSearchResponse, { status: 201 })
  create(@Ctx() ctx: WorkContext, @Body() input: SavedSearchDto) {
    return this.database.transaction(ctx, (tx) => this.searches.create(tx, actingEmployeeId(tx), input));
  }

  @Put(':id')
  @RequirePermission('savedSearch.own')
  @Returns(SavedSearchResponse)
  change(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() input: ChangeSavedSearchDto) {
    return this.database.transaction(ctx, (tx) => this.searches.change(tx, actingEmployeeId(tx), id, input));
  }

  @Delete(':id')
  @RequirePermission('savedSearch.own')
  @ReturnsNothing()
  remove(@Ctx() ctx: WorkContext, @IdParam('id') id: string) {
    return this.database.transaction(ctx, (tx) => this.searches.remove(tx, actingEmployeeId(tx), id));
  }
}
