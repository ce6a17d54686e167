import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database, type WorkContext } from '#platform';
import { AmendmentService, FactCheckService, ParticipantRegisterService, ParticipantService, WaiverService, type FactCheckCount, type ParticipantLine, type Participation } from '#rounds';
import { Ctx, IdParam, RequirePermission, Returns, ReturnsNothing } from '../http/route.js';
import { HardshipAmendmentDto, SettleDisputeDto } from './participant.dto.js';
import { FactCheckResponse, ParticipantLineResponse, ParticipationResponse } from './participation.dto.js';
import { DecideWaiverDto, RequestWaiverForDto, toWaiverRequest, WaiverResponse, type WaiverView } from './waiver.dto.js';

/** The people of a round, for HR. */
@Controller('rounds/:id')
@ApiTags('rounds')
export class ParticipantController {
  constructor(
    private readonly database: Database,
    private readonly register: ParticipantRegisterService,
    private readonly participants: ParticipantService,
    private readonly amendments: AmendmentService,
    private readonly waivers: WaiverService,
    private readonly facts: FactCheckService,
  ) {}

  @Get('participants')
  @RequirePermission('participant.list')
  @Returns(ParticipantLineResponse, { list: true })
  list(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<ParticipantLine[]> {
    return this.database.transaction(ctx, (tx) => this.register.list(tx, id));
  }

  /** How far people are with verifying their own facts. */
  @Get('fact-check')
  @RequirePermission('participant.list')
  @Returns(FactCheckResponse)
  factCheck(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<FactCheckCount> {
    return this.database.transaction(ctx, (tx) => this.facts.count(tx, id));
  }

  /** One person's entry with the wishes taken; the reading is logged. */
  @Get('participants/:employeeId')
  @RequirePermission('participant.list')
  @Returns(ParticipationResponse)
  read(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @IdParam('employeeId') employeeId: string): Promise<Participation> {
    return this.database.transaction(ctx, (tx) => this.register.read(tx, id, employeeId));
  }

  /** After the records were corrected: settles a person's objection to the facts. */
  @Post('participants/:employeeId/facts/settlement')
  @RequirePermission('roundFacts.settle')
  @ReturnsNothing()
  settle(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @IdParam('employeeId') employeeId: string, @Body() { text }: SettleDisputeDto): Promise<void> {
    return this.database.transaction(ctx, (tx) => this.participants.settleDispute(tx, id, employeeId, text));
  }

  /** A hardship recognised after the close. */
  @Post('hardship-amendments')
  @RequirePermission('roundWish.amend')
  @ReturnsNothing()
  amend(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { wishes, closesAt, ...amendment }: HardshipAmendmentDto): Promise<void> {
    return this.database.transaction(ctx, (tx) => this.amendments.amendForHardship(tx, id, { ...amendment, wishes: wishes ?? null, closesAt: new Date(closesAt) }));
  }

  @Get('waivers')
  @RequirePermission('waiver.decide')
  @Returns(WaiverResponse, { list: true })
  waiversOf(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<WaiverView[]> {
    return this.database.transaction(ctx, (tx) => this.waivers.list(tx, id));
  }

  /** An exception that HR itself proposes, for example on the ground of a promotion. */
  @Post('waivers')
  @RequirePermission('waiver.decide')
  @Returns(WaiverResponse, { status: 201 })
  requestWaiver(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() dto: RequestWaiverForDto): Promise<WaiverView> {
    return this.database.transaction(ctx, (tx) => this.waivers.request(tx, id, toWaiverRequest(dto, dto.employeeId)));
  }

  @Post('waivers/:waiverId/decision')
  @RequirePermission('waiver.decide')
  @Returns(WaiverResponse)
  decide(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @IdParam('waiverId') waiverId: string, @Body() { granted, text, committeeResolution }: DecideWaiverDto): Promise<WaiverView> {
    return this.database.transaction(ctx, (tx) => this.waivers.decide(tx, id, waiverId, { granted, text, committeeResolution: committeeResolution ?? null }));
  }
}
