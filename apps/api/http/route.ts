import { applyDecorators, createParamDecorator, HttpCode, Param, SetMetadata, type ExecutionContext, PipeTransform } from '@nestjs/common';
import { ApiCookieAuth, ApiParam, ApiResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Permission } from '#contracts';
import { JariError, UUID_PATTERN, type WorkContext } from '#platform';

export const PERMISSION_KEY = 'jari:permission';
export const RETURNS_KEY = 'jari:returns';

/** What the session guard leaves on a request. */
export interface SignedInRequest extends FastifyRequest {
  work?: WorkContext;
  sessionToken?: string;
}

/** The permission a caller needs; its roles stand in the one table of `contracts`. */
export const RequirePermission = (permission: Permission): MethodDecorator => applyDecorators(SetMetadata(PERMISSION_KEY, permission), ApiCookieAuth());

/** A route that needs no session. */
export const Public = (): MethodDecorator => SetMetadata(PERMISSION_KEY, 'PUBLIC');

export interface Returned {
  readonly type: new () => object;
  readonly list: boolean;
}

/** The response class: nothing but its declared fields goes out. */
export const Returns = (type: new () => object, { list = false, status = 200 }: { list?: boolean; status?: number } = {}): MethodDecorator =>
  applyDecorators(SetMetadata(RETURNS_KEY, { type, list } satisfies Returned), HttpCode(status), ApiResponse({ status, type, isArray: list }));

/** 204 without a body. */
export const ReturnsNothing = (): MethodDecorator =>
  applyDecorators(SetMetadata(RETURNS_KEY, 'NOTHING'), HttpCode(204), ApiResponse({ status: 204, description: 'Done' }));

/** A file or page that the handler writes itself; `contentType` is for the API document. */
export const ReturnsFile = (contentType: string): MethodDecorator =>
  applyDecorators(
    SetMetadata(RETURNS_KEY, 'FILE'),
    HttpCode(200),
    ApiResponse({ status: 200, content: { [contentType]: { schema: contentType === 'application/json' ? { type: 'object', additionalProperties: true } : { type: 'string', format: 'binary' } } } }),
  );

/** Who acts and for which organisation. */
export const Ctx = createParamDecorator((_: unknown, context: ExecutionContext): WorkContext => {
  const { work } = context.switchToHttp().getRequest<SignedInRequest>();
  if (!work) throw new JariError('NOT_SIGNED_IN');
  return work;
});

class IdPipe implements PipeTransform<string, string> {
  constructor(private readonly name: string) {}

  transform(value: string): string {
    if (!UUID_PATTERN.test(value)) throw new JariError('VALIDATION_FAILED', {}, [{ path: this.name, code: 'validation.uuid' }]);
    return value;
  }
}

/** A path parameter that is a row id. */
export const IdParam = (name: string): ParameterDecorator => (target, key, index) => {
  Param(name, new IdPipe(name))(target, key, index);
  if (key !== undefined) {
    const descriptor = Object.getOwnPropertyDescriptor(target, key);
    if (descriptor) ApiParam({ name, schema: { type: 'string', format: 'uuid' } })(target, key, descriptor);
  }
};
