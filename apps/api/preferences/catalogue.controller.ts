import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database, type WorkContext } from '#platform';
import { CatalogueService, employeeOfActor } from '#preferences';
import { Ctx, IdParam, RequirePermission, Returns } from '../http/route.js';
import { CataloguePageResponse, CataloguePostDetailResponse, CatalogueQueryDto } from './catalogue.dto.js';

@Controller('catalogue')
@ApiTags('catalogue')
export class CatalogueController {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
  ) {}

  @Get()
  @RequirePermission('catalogue.read')
  @Returns(CataloguePageResponse)
  search(@Ctx() ctx: WorkContext, @Query() { sort = 'UNIT', page = 1, pageSize = 20, ...filter }: CatalogueQueryDto) {
    return this.database.transaction(ctx, (tx) => this.catalogue.search(tx, employeeOfActor(tx), { filter, sort, page, pageSize }));
  }

  @Get(':id')
  @RequirePermission('catalogue.read')
  @Returns(CataloguePostDetailResponse)
  find(@Ctx() ctx: WorkContext, @IdParam('id') id: string) {
    return this.database.transaction(ctx, (tx) => this.catalogue.find(tx, employeeOfActor(tx), id));
  }
}
