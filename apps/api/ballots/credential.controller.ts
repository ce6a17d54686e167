import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BallotService, CredentialService, ReissueService, type OwnCredential, type RegistrarTask } from '#ballots';
import { Database, type WorkContext } from '#platform';
import { Ctx, IdParam, RequirePermission, Returns, ReturnsNothing } from '../http/route.js';
import { CredentialListResponse, CredentialsDto, IssueAnewDto, OwnCredentialResponse, RegistrarTaskResponse, ReissueDto } from './keygen.dto.js';

/** Voters' credentials. */
@Controller()
@ApiTags('ballots')
export class CredentialController {
  constructor(
    private readonly database: Database,
    private readonly ballots: BallotService,
    private readonly credentials: CredentialService,
    private readonly reissues: ReissueService,
  ) {}

  /** What the audit office's command needs to issue credentials. */
  @Get('ballots/:id/registrar-task')
  @RequirePermission('credential.issue')
  @Returns(RegistrarTaskResponse)
  task(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<RegistrarTask> {
    return this.database.transaction(ctx, (tx) => this.credentials.task(tx, id));
  }

  /** Pairs of voter and public key from the audit office, with its signature; never a secret. */
  @Put('ballots/:id/credentials')
  @RequirePermission('credential.issue')
  @ReturnsNothing()
  issue(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() dto: CredentialsDto): Promise<void> {
    return this.database.transaction(ctx, (tx) => this.credentials.importSeparate(tx, id, dto));
  }

  /** The published list, which names nobody. */
  @Get('ballots/:id/credentials')
  @RequirePermission('ballot.read')
  @Returns(CredentialListResponse)
  list(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<CredentialListResponse> {
    return this.database.transaction(ctx, async (tx) => {
      await this.ballots.find(tx, id, false);
      return { credentials: await this.credentials.list(tx, id) };
    });
  }

  /** A lost credential replaced, signed by the registrar; the slot and its revisions go on. */
  @Post('ballots/:id/reissues')
  @RequirePermission('credential.issue')
  @ReturnsNothing()
  reissue(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() dto: ReissueDto): Promise<void> {
    return this.database.transaction(ctx, (tx) => this.reissues.take(tx, id, dto));
  }

  /** The same where this server issues credentials. */
  @Post('ballots/:id/built-in-reissues')
  @RequirePermission('credential.issue')
  @ReturnsNothing()
  issueAnew(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { employeeId, reason }: IssueAnewDto): Promise<void> {
    return this.database.transaction(ctx, (tx) => this.reissues.issueAnew(tx, id, employeeId, reason));
  }

  @Get('me/ballots/:id/credential')
  @RequirePermission('credential.own')
  @Returns(OwnCredentialResponse)
  own(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<OwnCredential> {
    return this.database.transaction(ctx, (tx) => this.credentials.own(tx, id));
  }
}
