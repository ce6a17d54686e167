import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database, type WorkContext } from '#platform';
import { actingEmployeeId, employeeOfActor } from '#preferences';
import { NoticeService, type Notice } from '#rounds';
import { Ctx, IdParam, RequirePermission, Returns, ReturnsNothing } from '../http/route.js';
import { NoticeResponse } from './participation.dto.js';

@Controller('me/notices')
@ApiTags('rounds')
export class NoticeController {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeService,
  ) {}

  /** My notices and those for everyone, the newest first. */
  @Get()
  @RequirePermission('notice.own')
  @Returns(NoticeResponse, { list: true })
  list(@Ctx() ctx: WorkContext): Promise<Notice[]> {
    return this.database.transaction(ctx, (tx) => this.notices.listFor(tx, employeeOfActor(tx)));
  }

  @Post(':id/reading')
  @RequirePermission('notice.own')
  @ReturnsNothing()
  read(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<void> {
    return this.database.transaction(ctx, (tx) => this.notices.markRead(tx, actingEmployeeId(tx), id));
  }
}
