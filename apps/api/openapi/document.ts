import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ERROR_CODES } from '#contracts';
import { SESSION_COOKIE } from '../http/session.guard.js';
import { letEnumsBeNull } from './nullable-enums.js';

const bilingualSchema = { type: 'object', required: ['ko', 'en'], properties: { ko: { type: 'string' }, en: { type: 'string' } } } as const;

const errorSchema = {
  type: 'object',
  required: ['code', 'message', 'requestId', 'faults'],
  properties: {
    code: { type: 'string', enum: [...ERROR_CODES] },
    message: bilingualSchema,
    requestId: { type: 'string' },
    faults: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code', 'message'],
        properties: { path: { type: 'string' }, code: { type: 'string' }, params: { type: 'object', additionalProperties: true }, message: bilingualSchema },
      },
    },
  },
} as const;

/** The OpenAPI document, made from the code: DTO classes, permissions and responses. The same code gives the same bytes. */
export const createApiDocument = (app: INestApplication): OpenAPIObject => {
  const config = new DocumentBuilder()
    .setTitle('Jari API')
    .setDescription('전자 전보희망 시스템 · Electronic personnel-transfer preferences. Every error is an `Error` with a code and a message in Korean and English.')
    .setVersion('1')
    .addCookieAuth(SESSION_COOKIE)
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '').replace(/^./, (letter) => letter.toLowerCase())}_${method}`,
  });
  document.components = { ...document.components, schemas: { ...letEnumsBeNull(document.components?.schemas ?? {}), Error: errorSchema as never } };
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path as Record<string, { responses?: Record<string, unknown> }>)) {
      if (operation.responses) {
        operation.responses['default'] = { description: 'Any error', content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } };
      }
    }
  }
  return document;
};
