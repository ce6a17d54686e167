import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { JariError } from '#platform';
import { errorBody } from './error.filter.js';

/** A request that Node's own parser gives up on (headers or address too long, no HTTP at all) gets the same body as any error. */
export const answerBrokenRequest = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const [status, code] = error.code === 'HPE_HEADER_OVERFLOW' ? ['431 Request Header Fields Too Large', 'PAYLOAD_TOO_LARGE'] as const : ['400 Bad Request', 'MALFORMED_REQUEST'] as const;
  const body = JSON.stringify(errorBody(new JariError(code), randomUUID()));
  if (socket.writable) {
    socket.write(`HTTP/1.1 ${status}\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`);
  }
  socket.destroySoon();
};
