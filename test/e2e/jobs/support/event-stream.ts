/** Server-sent events as they come in. */
export interface EventStream {
  readonly contentType: string;
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>;
}

/** @param onData receives the data of each event */
export const openEventStream = async (url: string, cookie: string, onData: (data: string) => void, signal?: AbortSignal): Promise<EventStream> => {
  const response = await fetch(url, { headers: { cookie, accept: 'text/event-stream' }, ...(signal && { signal }) });
  const { body } = response;
  if (!response.ok || !body) throw new Error(`${response.status} instead of a stream`);
  const read = async (): Promise<void> => {
    let rest = '';
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      const events = (rest + chunk).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) {
        const data = event.split('\n').filter((line) => line.startsWith('data: ')).map((line) => line.slice(6));
        if (data.length > 0) onData(data.join('\n'));
      }
    }
  };
  return { contentType: response.headers.get('content-type') ?? '', ended: read() };
};
