import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database, type WorkContext } from '#platform';
import { actingEmployeeId, WishListService, wishReasons } from '#preferences';
import { Ctx, RequirePermission, Returns } from '../http/route.js';
import { OwnWishListResponse, SaveWishListDto, WishListVersionDto, WishListHeadResponse, WishReasonResponse } from './wish-list.dto.js';

@Controller()
@ApiTags('wishes')
export class WishListController {
  constructor(
    private readonly database: Database,
    private readonly wishLists: WishListService,
  ) {}

  @Get('wish-reasons')
  @RequirePermission('catalogue.read')
  @Returns(WishReasonResponse, { list: true })
  reasons() {
    return wishReasons();
  }

  @Get('me/wish-list')
  @RequirePermission('wishList.own')
  @Returns(OwnWishListResponse)
  own(@Ctx() ctx: WorkContext) {
    return this.database.transaction(ctx, (tx) => this.wishLists.own(tx, actingEmployeeId(tx)));
  }

  @Put('me/wish-list')
  @RequirePermission('wishList.own')
  @Returns(WishListHeadResponse)
  save(@Ctx() ctx: WorkContext, @Body() { version, wishes, file = false }: SaveWishListDto) {
    return this.database.transaction(ctx, (tx) => this.wishLists.save(tx, actingEmployeeId(tx), { version, wishes, file }));
  }

  @Post('me/wish-list/file')
  @RequirePermission('wishList.own')
  @Returns(WishListHeadResponse)
  file(@Ctx() ctx: WorkContext, @Body() { version }: WishListVersionDto) {
    return this.database.transaction(ctx, (tx) => this.wishLists.file(tx, actingEmployeeId(tx), version));
  }

  @Post('me/wish-list/reopen')
  @RequirePermission('wishList.own')
  @Returns(WishListHeadResponse)
  reopen(@Ctx() ctx: WorkContext, @Body() { version }: WishListVersionDto) {
    return this.database.transaction(ctx, (tx) => this.wishLists.reopen(tx, actingEmployeeId(tx), version));
  }

  @Post('me/wish-list/withdraw')
  @RequirePermission('wishList.own')
  @Returns(WishListHeadResponse)
  withdraw(@Ctx() ctx: WorkContext, @Body() { version }: WishListVersionDto) {
    return this.database.transaction(ctx, (tx) => this.wishLists.withdraw(tx, actingEmployeeId(tx), version));
  }

  @Post('me/wish-list/restart')
  @RequirePermission('wishList.own')
  @Returns(WishListHeadResponse)
  restart(@Ctx() ctx: WorkContext, @Body() { version }: WishListVersionDto) {
    return this.database.transaction(ctx, (tx) => this.wishLists.restart(tx, actingEmployeeId(tx), version));
  }
}
