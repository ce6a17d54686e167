import { Controller, Delete, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database, type WorkContext } from '#platform';
import { actingEmployeeId, FavouriteService } from '#preferences';
import { Ctx, IdParam, RequirePermission, Returns, ReturnsNothing } from '../http/route.js';
import { PostLabelResponse } from './post-label.dto.js';

@Controller('me/favourites')
@ApiTags('catalogue')
export class FavouriteController {
  constructor(
    private readonly database: Database,
    private readonly favourites: FavouriteService,
  ) {}

  @Get()
  @RequirePermission('favourite.own')
  @Returns(PostLabelResponse, { list: true })
  list(@Ctx() ctx: WorkContext) {
    return this.database.transaction(ctx, (tx) => this.favourites.list(tx, actingEmployeeId(tx)));
  }

  @Put(':positionId')
  @RequirePermission('favourite.own')
  @ReturnsNothing()
  add(@Ctx() ctx: WorkContext, @IdParam('positionId') positionId: string) {
    return this.database.transaction(ctx, (tx) => this.favourites.add(tx, actingEmployeeId(tx), positionId));
  }

  @Delete(':positionId')
  @RequirePermission('favourite.own')
  @ReturnsNothing()
  remove(@Ctx() ctx: WorkContext, @IdParam('positionId') positionId: string) {
    return this.database.transaction(ctx, (tx) => this.favourites.remove(tx, actingEmployeeId(tx), positionId));
  }
}
