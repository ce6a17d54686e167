import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';

/** Server-sent events as they come in. */
export interface EventStream {
  readonly contentType: string;
  /** Resolves when the server has ended the stream, rejects when the reader has left. */
  readonly ended: Promise<void>;
  /** Cuts the connection, as a closed browser does. */
  leave(): void;
}

/** @param onData receives the data of each event */
export const openEventStream = async (url: string, cookie: string, onData: (data: string) => void): Promise<EventStream> => {
  const request = get(url, { headers: { cookie, accept: 'text/event-stream' }, agent: false });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`${response.statusCode} instead of a stream`);
  response.setEncoding('utf8');
  const read = async (): Promise<void> => {
    let rest = '';
    for await (const chunk of response as AsyncIterable<string>) {
      const events = (rest + chunk).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) {
        const data = event.split('\n').filter((line) => line.startsWith('data: ')).map((line) => line.slice(6));
        if (data.length > 0) onData(data.join('\n'));
      }
    }
  };
  return { contentType: response.headers['content-type'] ?? '', ended: read(), leave: () => void request.destroy() };
};
