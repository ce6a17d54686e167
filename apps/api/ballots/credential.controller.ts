import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BallotService, CredentialService, type OwnCredential, type RegistrarTask } from '#ballots';
import { Database, type WorkContext } from '#platform';
import { Ctx, IdParam, RequirePermission, Returns, ReturnsNothing } from '../http/route.js';
import { CredentialListResponse, CredentialsDto, OwnCredentialResponse, RegistrarTaskResponse } from './keygen.dto.js';

/** Voters' credentials. */
@Controller()
@ApiTags('ballots')
export class CredentialController {
  constructor(
    private readonly database: Database,
    private readonly ballots: BallotService,
    private readonly credentials: CredentialService,
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

  @Get('me/ballots/:id/credential')
  @RequirePermission('credential.own')
  @Returns(OwnCredentialResponse)
  own(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<OwnCredential> {
    return this.database.transaction(ctx, (tx) => this.credentials.own(tx, id));
  }
}
