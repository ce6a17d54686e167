import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database, type WorkContext } from '#platform';
import { actingEmployeeId } from '#preferences';
import { AmendmentService, ParticipantService, WaiverService, type Participation } from '#rounds';
import { Ctx, IdParam, RequirePermission, Returns, ReturnsNothing } from '../http/route.js';
import { DisputeDto, ParticipationResponse } from './participation.dto.js';
import { RequestWaiverDto, toWaiverRequest, WaiverResponse, type WaiverView } from './waiver.dto.js';

/** One's own entry in a round. */
@Controller('me/rounds/:id')
@ApiTags('rounds')
export class ParticipationController {
  constructor(
    private readonly database: Database,
    private readonly participants: ParticipantService,
    private readonly amendments: AmendmentService,
    private readonly waivers: WaiverService,
  ) {}

  /** My facts, my wishes as they were taken, and from the day of the orders on my result with its reason. */
  @Get()
  @RequirePermission('participation.own')
  @Returns(ParticipationResponse)
  own(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<Participation> {
    return this.database.transaction(ctx, (tx) => this.participants.own(tx, id, actingEmployeeId(tx)));
  }

  @Post('facts/confirmation')
  @RequirePermission('participation.own')
  @ReturnsNothing()
  confirm(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<void> {
    return this.database.transaction(ctx, (tx) => this.participants.confirmFacts(tx, id, actingEmployeeId(tx)));
  }

  @Post('facts/dispute')
  @RequirePermission('participation.own')
  @ReturnsNothing()
  dispute(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { text }: DisputeDto): Promise<void> {
    return this.database.transaction(ctx, (tx) => this.participants.disputeFacts(tx, id, actingEmployeeId(tx), text));
  }

  /** Takes the list that I have filed meanwhile, when my wishes were reopened. */
  @Post('wishes/refiling')
  @RequirePermission('participation.own')
  @ReturnsNothing()
  refile(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<void> {
    return this.database.transaction(ctx, (tx) => this.amendments.refile(tx, id, actingEmployeeId(tx)));
  }

  @Get('waivers')
  @RequirePermission('waiver.request')
  @Returns(WaiverResponse, { list: true })
  waiversOf(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<WaiverView[]> {
    return this.database.transaction(ctx, (tx) => this.waivers.list(tx, id, actingEmployeeId(tx)));
  }

  /** Asks for an exception from a rule. */
  @Post('waivers')
  @RequirePermission('waiver.request')
  @Returns(WaiverResponse, { status: 201 })
  requestWaiver(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() dto: RequestWaiverDto): Promise<WaiverView> {
    return this.database.transaction(ctx, (tx) => this.waivers.request(tx, id, toWaiverRequest(dto, actingEmployeeId(tx))));
  }
}
