import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { KeygenService, TrusteeService, type KeygenView, type TrusteeView } from '#ballots';
import { Database, type WorkContext } from '#platform';
import { Ctx, IdParam, RequirePermission, Returns } from '../http/route.js';
import { TrusteeResponse } from './ballot.dto.js';
import { KeygenResponse, SayDto, TrusteeKeysDto } from './keygen.dto.js';

/** Where trustees' tools meet: public keys, and the words of the key generation. */
@Controller()
@ApiTags('ballots')
export class KeygenController {
  constructor(
    private readonly database: Database,
    private readonly trustees: TrusteeService,
    private readonly keygen: KeygenService,
  ) {}

  /** A trustee's public keys, once. */
  @Put('me/ballots/:id/trustee-keys')
  @RequirePermission('trustee.act')
  @Returns(TrusteeResponse, { list: true })
  handIn(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { signingKey, encryptionKey, lotCommitment = null }: TrusteeKeysDto): Promise<TrusteeView[]> {
    return this.database.transaction(ctx, (tx) => this.trustees.handInKeys(tx, id, { signingKey, encryptionKey, lotCommitment }));
  }

  @Get('ballots/:id/keygen')
  @RequirePermission('keygen.read')
  @Returns(KeygenResponse)
  view(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<KeygenView> {
    return this.database.transaction(ctx, (tx) => this.keygen.view(tx, id));
  }

  /** A trustee's next message. */
  @Post('me/ballots/:id/keygen')
  @RequirePermission('trustee.act')
  @Returns(KeygenResponse)
  say(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { kind, message }: SayDto): Promise<KeygenView> {
    return this.database.transaction(ctx, (tx) => this.keygen.say(tx, id, kind, message));
  }
}
