import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isPermitted, type Permission } from '#contracts';
import { JariError, SessionService } from '#platform';
import { withRequest } from './request-log.js';
import { PERMISSION_KEY, type SignedInRequest } from './route.js';

export const SESSION_COOKIE = 'jari_session';

/** Every route names a permission or says that it is public; here it is asked for. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const permission = this.reflector.get<Permission | 'PUBLIC' | undefined>(PERMISSION_KEY, context.getHandler());
    if (permission === undefined) throw new Error(`${context.getClass().name}.${context.getHandler().name} names no permission`);
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    if (permission === 'PUBLIC') return true;

    const token = request.cookies[SESSION_COOKIE];
    if (!token) throw new JariError('NOT_SIGNED_IN');
    const session = await this.sessions.resolve(token);
    if (!session.ok) throw new JariError(session.code);
    request.work = {
      organizationId: session.organizationId,
      requestId: request.id,
      actor: { kind: 'PERSON', accountId: session.accountId, employeeId: session.employeeId, roles: session.roles },
    };
    request.sessionToken = token;
    withRequest(request, { organizationId: session.organizationId, accountId: session.accountId });
    if (!isPermitted(permission, session.roles)) throw new JariError('PERMISSION_DENIED');
    return true;
  }
}
