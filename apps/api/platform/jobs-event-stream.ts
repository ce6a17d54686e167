import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { Observable } from 'rxjs';

/** A line now and then keeps proxies from cutting a quiet stream, and shows us a client that has left. */
const SIGN_OF_LIFE_MS = 15_000;

/**
 * Server-sent events as the body of an ordinary answer. Nest's own `@Sse` sends its 200 before an asynchronous handler
 * could refuse; this way a refusal is the usual error with its status. A source that fails ends the stream: the
 * browser asks again and gets the error.
 */
export const eventStream = (source: Observable<object>): StreamableFile => {
  const stream = new Readable({
    read() {
      // Events come when they come; nothing is fetched on demand.
    },
    destroy(error, callback) {
      clearInterval(timer);
      subscription.unsubscribe();
      callback(error);
    },
  });
  const end = (): void => void stream.push(null);
  const timer = setInterval(() => stream.push(':\n\n'), SIGN_OF_LIFE_MS);
  const subscription = source.subscribe({ next: (value) => void stream.push(`data: ${JSON.stringify(value)}\n\n`), complete: end, error: end });
  return new StreamableFile(stream, { type: 'text/event-stream; charset=utf-8' });
};
