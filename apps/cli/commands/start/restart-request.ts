/** Somebody wants API and worker to run anew: SIGUSR2, or `{ type: 'restart' }` from the process that forked us. */
export interface RestartRequest {
  onRequest(action: () => void): void;
  dispose(): void;
}

/** Listens from the first moment: unhandled, SIGUSR2 would end the process. */
export function watchForRestart(): RestartRequest {
  let act: () => void = () => undefined;
  const request = (): void => act();
  const message = (received: unknown): void => {
    if (typeof received === 'object' && received !== null && 'type' in received && received.type === 'restart') request();
  };
  process.on('SIGUSR2', request);
  if (process.send !== undefined) process.on('message', message);
  return {
    onRequest(action) { act = action; },
    dispose() {
      process.off('SIGUSR2', request);
      process.off('message', message);
    },
  };
}
