import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BallotService, CandidateService, type CandidateView } from '#ballots';
import { isPermitted } from '#contracts';
import { Database, type WorkContext } from '#platform';
import { Ctx, IdParam, RequirePermission, Returns } from '../http/route.js';
import { AnswerNominationDto, CandidateResponse, NominateDto, RefuseCandidateDto } from './candidate.dto.js';

const seesDrafts = ({ actor }: WorkContext): boolean => actor.kind === 'SYSTEM' || isPermitted('ballot.readDraft', actor.roles);
const seesAll = ({ actor }: WorkContext): boolean => actor.kind === 'SYSTEM' || isPermitted('candidate.readAll', actor.roles);

/** Who stands in a ballot. */
@Controller()
@ApiTags('ballots')
export class CandidateController {
  constructor(
    private readonly database: Database,
    private readonly ballots: BallotService,
    private readonly candidates: CandidateService,
  ) {}

  /** Those who stand; HR and auditors also see who was nominated, declined or was refused. */
  @Get('ballots/:id/candidates')
  @RequirePermission('ballot.read')
  @Returns(CandidateResponse, { list: true })
  list(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<CandidateView[]> {
    return this.database.transaction(ctx, async (tx) => {
      await this.ballots.find(tx, id, seesDrafts(ctx));
      return this.candidates.list(tx, id, seesAll(ctx));
    });
  }

  /** By a voter or HR; nominating oneself is consenting. */
  @Post('ballots/:id/candidates')
  @RequirePermission('candidate.nominate')
  @Returns(CandidateResponse, { status: 201 })
  nominate(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { employeeId, text }: NominateDto): Promise<CandidateView> {
    return this.database.transaction(ctx, (tx) => this.candidates.nominate(tx, id, employeeId, text));
  }

  @Post('ballots/:id/candidates/:candidateId/refusal')
  @RequirePermission('candidate.refuse')
  @Returns(CandidateResponse)
  refuse(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @IdParam('candidateId') candidateId: string, @Body() { reason }: RefuseCandidateDto): Promise<CandidateView> {
    return this.database.transaction(ctx, (tx) => this.candidates.refuse(tx, id, candidateId, reason));
  }

  /** One's own nomination. */
  @Get('me/ballots/:id/candidacy')
  @RequirePermission('candidate.answer')
  @Returns(CandidateResponse)
  own(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<CandidateView> {
    return this.database.transaction(ctx, (tx) => this.candidates.own(tx, id));
  }

  /** Consents with a statement of one's own, or declines; until the roll is closed. */
  @Put('me/ballots/:id/candidacy')
  @RequirePermission('candidate.answer')
  @Returns(CandidateResponse)
  answer(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { consents, statement = null }: AnswerNominationDto): Promise<CandidateView> {
    return this.database.transaction(ctx, (tx) => this.candidates.answer(tx, id, consents, statement));
  }
}
