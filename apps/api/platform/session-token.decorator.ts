import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { JariError } from '#platform';
import type { SignedInRequest } from '../http/route.js';

/** The token of the session that the request came with. */
export const SessionToken = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { sessionToken } = context.switchToHttp().getRequest<SignedInRequest>();
  if (sessionToken === undefined) throw new JariError('NOT_SIGNED_IN');
  return sessionToken;
});
