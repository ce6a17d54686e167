import { setTimeout as delay } from 'node:timers/promises';

const LOOK_AGAIN_MS = 100;
const ANSWER_WITHIN_MS = 5_000;
const ANYWHERE = new Set(['0.0.0.0', '::']);

/** The address a person on this machine types. */
export function addressOf(host: string, port: number): string {
  const name = ANYWHERE.has(host) ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** Resolves when `GET /health/ready` answers 200; looks again until then or until aborted. */
export async function becomesHealthy(address: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const healthy = await fetch(`${address}/health/ready`, { signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]) })
      .then(async (response) => {
        await response.arrayBuffer();
        return response.status === 200;
      }, () => false);
    if (healthy) return;
    await delay(LOOK_AGAIN_MS);
  }
}
