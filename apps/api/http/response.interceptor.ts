import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { map, type Observable } from 'rxjs';
import { serializerFor } from './field-metadata.js';
import { RETURNS_KEY, type Returned } from './route.js';

/** Lets out the declared fields of the route's response class, so that a new column can never leak. */
@Injectable()
export class ResponseInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const returned = this.reflector.get<Returned | 'NOTHING' | 'FILE' | undefined>(RETURNS_KEY, context.getHandler());
    if (returned === 'FILE') return next.handle();
    if (returned === 'NOTHING') return next.handle().pipe(map(() => undefined));
    if (!returned) throw new Error(`${context.getClass().name}.${context.getHandler().name} names no response class`);
    const serialize = serializerFor(returned.type);
    return next.handle().pipe(
      map((value: unknown) => (returned.list ? (value as Readonly<Record<string, unknown>>[]).map(serialize) : serialize(value as Readonly<Record<string, unknown>>))),
    );
  }
}
