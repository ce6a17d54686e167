import type { FastifyRequest } from 'fastify';

/** What handlers and filters add to the one log entry of a request. Only these fields can be added: no text, no ids of others. */
export interface RequestLogFields {
  errorCode?: string;
  thrown?: unknown;
  organizationId?: string;
  accountId?: string;
}

const fields = new WeakMap<object, RequestLogFields>();

export const withRequest = (request: FastifyRequest, added: RequestLogFields): void => {
  fields.set(request.raw, { ...fields.get(request.raw), ...added });
};

export const requestLogFields = (request: FastifyRequest): RequestLogFields => fields.get(request.raw) ?? {};
