import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLogger, SessionService, type Logger } from '#platform';
import { ApiModule, type ApiModuleOptions } from './api.module.js';
import { serveBooth } from './booth/serve-booth.js';
import { answerBrokenRequest } from './errors/broken-request.js';
import { ErrorFilter } from './errors/error.filter.js';
import { Metrics } from './health/metrics.js';
import { CrossSiteGuard } from './http/cross-site.guard.js';
import { requestLogFields } from './http/request-log.js';
import { ResponseInterceptor } from './http/response.interceptor.js';
import { SessionGuard } from './http/session.guard.js';
import { createValidationPipe } from './http/validation.js';
import { serveDocumentation } from './openapi/documentation-page.js';

/** How long requests under way may take when the API is asked to stop. */
const CLOSE_GRACE_MS = 4_000;

export const MAX_UPLOAD_BYTES = 20 * 1024 * 1024;

export interface AppOptions extends Omit<ApiModuleOptions, 'logger'> {
  readonly logger?: Logger;
}

const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

const addHooks = (app: NestFastifyApplication, logger: Logger): void => {
  const fastify = app.getHttpAdapter().getInstance();
  const metrics = app.get(Metrics);
  // A browser may hold a connection on which it never asks anything; closing would wait for it for a minute.
  fastify.addHook('preClose', (done) => {
    setTimeout(() => fastify.server.closeAllConnections(), CLOSE_GRACE_MS).unref();
    done();
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers({ ...SECURITY_HEADERS, 'x-request-id': request.id });
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    // The pattern, not the address: an address can carry what somebody typed.
    const route = request.routeOptions.url ?? '(no route)';
    metrics.countRequest(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    logger.request({
      requestId: request.id, method: request.method, route, status: reply.statusCode, durationMs: Math.round(reply.elapsedTime * 10) / 10,
      ...requestLogFields(request),
    });
    done();
  });
};

/** The API, ready to listen. Starts nothing in the background. */
export const createApp = async (options: AppOptions): Promise<NestFastifyApplication> => {
  const { config, logger = createLogger(options.config) } = options;
  const adapter = new FastifyAdapter({
    bodyLimit: 2 * 1024 * 1024,
    trustProxy: config.trustProxy,
    genReqId: () => randomUUID(),
    logger: false,
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: answerBrokenRequest,
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot({ ...options, logger }), adapter, {
    logger: logger.forNest(), abortOnError: false,
  });
  // No route reads plain text: a body of that type is answered with 415, as any other type is that nobody understands.
  adapter.getInstance().removeContentTypeParser('text/plain');
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: MAX_UPLOAD_BYTES, files: 1, fields: 20 } });
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready', 'metrics'] });
  app.useGlobalPipes(createValidationPipe());
  app.useGlobalFilters(new ErrorFilter());
  const reflector = app.get(Reflector);
  app.useGlobalGuards(new CrossSiteGuard(), new SessionGuard(reflector, app.get(SessionService)));
  app.useGlobalInterceptors(new ResponseInterceptor(reflector));
  addHooks(app, logger);
  await serveDocumentation(app);
  await serveBooth(app);
  return app;
};

