import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database, type WorkContext } from '#platform';
import { actingEmployeeId, ApplicantService, StaffRequestService } from '#preferences';
import { Ctx, IdParam, RequirePermission, Returns } from '../http/route.js';
import { ApplicantResponse, ApplicantsQueryDto, HeadedPostResponse, PostRequestsResponse, SaveStaffRequestsDto } from './head.dto.js';

@Controller('head')
@ApiTags('department heads')
export class HeadController {
  constructor(
    private readonly database: Database,
    private readonly applicants: ApplicantService,
    private readonly requests: StaffRequestService,
  ) {}

  @Get('posts')
  @RequirePermission('applicant.read')
  @Returns(HeadedPostResponse, { list: true })
  posts(@Ctx() ctx: WorkContext) {
    return this.database.transaction(ctx, (tx) => this.applicants.posts(tx, actingEmployeeId(tx)));
  }

  @Get('applicants')
  @RequirePermission('applicant.read')
  @Returns(ApplicantResponse, { list: true })
  ofPost(@Ctx() ctx: WorkContext, @Query() { positionId }: ApplicantsQueryDto) {
    return this.database.transaction(ctx, (tx) => this.applicants.applicants(tx, actingEmployeeId(tx), positionId));
  }

  @Get('staff-requests/:positionId')
  @RequirePermission('staffRequest.own')
  @Returns(PostRequestsResponse)
  requestsOf(@Ctx() ctx: WorkContext, @IdParam('positionId') positionId: string) {
    return this.database.transaction(ctx, (tx) => this.requests.ofPost(tx, actingEmployeeId(tx), positionId));
  }

  @Put('staff-requests/:positionId')
  @RequirePermission('staffRequest.own')
  @Returns(PostRequestsResponse)
  save(@Ctx() ctx: WorkContext, @IdParam('positionId') positionId: string, @Body() input: SaveStaffRequestsDto) {
    return this.database.transaction(ctx, (tx) => this.requests.save(tx, actingEmployeeId(tx), positionId, input));
  }
}
