import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorBody, type ErrorCode, type Fault } from '#contracts';
import { bilingual, hasMessage, JariError } from '#platform';
import { HTTP_STATUS } from './status/index.js';
import { withRequest } from '../http/request-log.js';

/** Of a statement, wrapped by TypeORM, or bare as the driver throws it where there is no connection yet (57P03: starting up). */
const isPostgresError = (error: unknown): error is { code: string } =>
  error instanceof Error && ('driverError' in error || 'severity' in error) && typeof (error as { code?: unknown }).code === 'string';

/** PostgreSQL's classes of error that a request, not the program, can cause. Its texts stay inside. */
const fromPostgres = (sqlState: string): ErrorCode => {
  if (sqlState === '23505' || sqlState === '23P01' || sqlState === '40001' || sqlState === '40P01' || sqlState === '55P03') return 'CONFLICT';
  if (sqlState.startsWith('22')) return 'MALFORMED_REQUEST';
  if (sqlState.startsWith('08') || sqlState.startsWith('57') || sqlState.startsWith('53')) return 'SERVICE_UNAVAILABLE';
  return 'INTERNAL_ERROR';
};

const CONNECTION_ERRORS = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'];
/** What the driver says without a code when a connection went away or none was to be had. */
const CONNECTION_WORDS = /Connection terminated|is not queryable|timeout exceeded when trying to connect|Driver not Connected/i;

const fromStatus = (status: number): ErrorCode => {
  if (status === 404) return 'ROUTE_NOT_FOUND';
  if (status === 413) return 'PAYLOAD_TOO_LARGE';
  if (status === 415) return 'UNSUPPORTED_MEDIA_TYPE';
  if (status === 429) return 'TOO_MANY_REQUESTS';
  return status < 500 ? 'MALFORMED_REQUEST' : 'INTERNAL_ERROR';
};

const asJariError = (error: unknown): JariError => {
  if (error instanceof JariError) return error;
  if (error instanceof HttpException) return new JariError(fromStatus(error.getStatus()));
  if (isPostgresError(error)) return new JariError(CONNECTION_ERRORS.includes(error.code) ? 'SERVICE_UNAVAILABLE' : fromPostgres(error.code));
  if (error instanceof Error) {
    const { statusCode, code } = error as { statusCode?: unknown; code?: unknown };
    if (typeof statusCode === 'number') return new JariError(fromStatus(statusCode));
    if (typeof code === 'string' && CONNECTION_ERRORS.includes(code)) return new JariError('SERVICE_UNAVAILABLE');
    if (CONNECTION_WORDS.test(error.message)) return new JariError('SERVICE_UNAVAILABLE');
  }
  return new JariError('INTERNAL_ERROR');
};

const faultKey = (fault: Fault): string => [fault.code, `fault.${fault.code}`, `error.${fault.code}`].find(hasMessage) ?? 'error.VALIDATION_FAILED';

/** The body a client receives: code, message and faults in both languages, and the request's number. */
export const errorBody = (error: JariError, requestId: string): ErrorBody => ({
  code: error.code,
  message: bilingual(`error.${error.code}`, error.params),
  requestId,
  faults: error.faults.map((fault) => ({ ...fault, message: bilingual(faultKey(fault), fault.params) })),
});

/** For `Retry-After` (RFC 9110, 10.2.3), of the errors that pass by themselves. */
const secondsToWait = ({ code, params }: JariError): number | undefined => {
  if (code === 'TOO_MANY_REQUESTS') return typeof params['seconds'] === 'number' ? params['seconds'] : undefined;
  if (code === 'ACCOUNT_LOCKED') return typeof params['minutes'] === 'number' ? params['minutes'] * 60 : undefined;
  return undefined;
};

/** Turns whatever was thrown into a code with a message; nothing of a stack or of the database gets out. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const error = asJariError(thrown);
    const status = HTTP_STATUS[error.code];
    withRequest(request, { errorCode: error.code, ...(status >= 500 && { thrown }) });
    const wait = secondsToWait(error);
    if (wait !== undefined) void reply.header('retry-after', String(wait));
    if (reply.sent) return;
    void reply.status(status).header('content-type', 'application/json; charset=utf-8').send(errorBody(error, request.id));
  }
}
