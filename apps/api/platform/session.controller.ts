import { Body, Controller, Delete, Get, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccountService, AuditService, Database, JariError, SessionService, SignInService, type WorkContext } from '#platform';
import { Ctx, Public, RequirePermission, Returns, ReturnsNothing } from '../http/route.js';
import { SessionDoor } from './session-door.js';
import { SessionToken } from './session-token.decorator.js';
import { LanguageRequest, SessionEnd, SessionView, SignInRequest } from './session.dto.js';

const personOf = ({ actor }: WorkContext): string => {
  if (actor.kind !== 'PERSON') throw new JariError('NOT_SIGNED_IN');
  return actor.accountId;
};

@Controller()
@ApiTags('session')
export class SessionController {
  constructor(
    private readonly database: Database,
    private readonly signInService: SignInService,
    private readonly sessions: SessionService,
    private readonly accounts: AccountService,
    private readonly audit: AuditService,
    private readonly door: SessionDoor,
  ) {}

  /** Signs in; the answer sets the session cookie. */
  @Post('session')
  @Public()
  @Returns(SessionView)
  async signIn(@Body() { organization, ...credentials }: SignInRequest, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    const opened = await this.signInService.signIn({ organization, address: request.ip, requestId: request.id }, credentials);
    return this.door.letIn(reply, opened, request.id);
  }

  /** Who am I, what may I do, and until when am I signed in? */
  @Get('session')
  @RequirePermission('session.own')
  @Returns(SessionView)
  show(@Ctx() ctx: WorkContext, @SessionToken() token: string): Promise<SessionView> {
    return this.door.describe(token, ctx.requestId);
  }

  /** Puts the end of the session off, as every request does too. */
  @Post('session/extend')
  @RequirePermission('session.own')
  @Returns(SessionEnd)
  async extend(@Ctx() ctx: WorkContext, @SessionToken() token: string): Promise<SessionEnd> {
    return { expiresAt: await this.database.transaction(ctx, (tx) => this.sessions.extend(tx, token)) };
  }

  /** Signs out in this browser. */
  @Delete('session')
  @RequirePermission('session.own')
  @ReturnsNothing()
  async signOut(@Ctx() ctx: WorkContext, @SessionToken() token: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      await this.sessions.close(tx, token);
      await this.audit.record(tx, { action: 'session.signOut', subjectType: 'account', subjectId: personOf(ctx) });
    });
    this.door.letOut(reply);
  }

  /** Signs out everywhere. */
  @Delete('sessions')
  @RequirePermission('session.own')
  @ReturnsNothing()
  async signOutEverywhere(@Ctx() ctx: WorkContext, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      const ended = await this.sessions.closeAll(tx, personOf(ctx));
      await this.audit.record(tx, { action: 'session.signOutEverywhere', subjectType: 'account', subjectId: personOf(ctx), after: { sessionsEnded: ended } });
    });
    this.door.letOut(reply);
  }

  /** The language of letters, sheets and notices for me. */
  @Patch('session/language')
  @RequirePermission('session.own')
  @ReturnsNothing()
  async setLanguage(@Ctx() ctx: WorkContext, @Body() { language }: LanguageRequest): Promise<void> {
    await this.database.transaction(ctx, (tx) => this.accounts.setLanguage(tx, personOf(ctx), language));
  }
}
