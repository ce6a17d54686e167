import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { JariError, PasswordService, type CodePurpose, type WorkContext } from '#platform';
import { Ctx, Public, RequirePermission, Returns, ReturnsNothing } from '../http/route.js';
import { SessionDoor } from './session-door.js';
import { SessionToken } from './session-token.decorator.js';
import { ChangePasswordRequest, RedeemCodeRequest, SessionView } from './session.dto.js';

@Controller()
@ApiTags('session')
export class PasswordController {
  constructor(
    private readonly passwords: PasswordService,
    private readonly door: SessionDoor,
  ) {}

  /** First password by activation code; signs in. */
  @Post('activation')
  @Public()
  @Returns(SessionView)
  activate(@Body() body: RedeemCodeRequest, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    return this.redeem('ACTIVATION', body, request, reply);
  }

  /** New password by reset code; ends every other session and signs in. */
  @Post('password-reset')
  @Public()
  @Returns(SessionView)
  reset(@Body() body: RedeemCodeRequest, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    return this.redeem('RESET', body, request, reply);
  }

  /** New password for whoever knows the current one; ends every other session. */
  @Post('password')
  @RequirePermission('session.own')
  @ReturnsNothing()
  async change(@Ctx() ctx: WorkContext, @SessionToken() token: string, @Body() { currentPassword, newPassword }: ChangePasswordRequest): Promise<void> {
    if (ctx.actor.kind !== 'PERSON') throw new JariError('NOT_SIGNED_IN');
    await this.passwords.change(ctx, ctx.actor.accountId, token, { current: currentPassword, next: newPassword });
  }

  private async redeem(purpose: CodePurpose, { organization, ...redemption }: RedeemCodeRequest, request: FastifyRequest, reply: FastifyReply): Promise<SessionView> {
    const opened = await this.passwords.redeem({ organization, address: request.ip, requestId: request.id }, purpose, redemption);
    return this.door.letIn(reply, opened, request.id);
  }
}
