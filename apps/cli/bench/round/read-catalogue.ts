import { setTimeout as delay } from 'node:timers/promises';
import { percentile } from '../load/percentile.js';
import { openApiClient } from './api-client.js';

/** What people look for: everything, one filter, several, a text, what one qualifies for. */
const QUERIES = [
  '', 'vacantOnly=true', 'grade=7', 'grade=8&jobSeries=행정', 'headship=NONE&heavyWorkload=true', 'qualifiesOnly=true', 'qualifiesOnly=true&vacantOnly=true&sort=VACANCIES',
  'text=민원', 'text=복지&grade=7', 'unitType=DONG', 'specialist=true&sort=DUTY', 'qualifiesOnly=true&unitType=DEPARTMENT&page=2', 'pageSize=200',
] as const;

export interface CatalogueFigures {
  readonly requests: number;
  readonly readers: number;
  readonly p50: number;
  readonly p95: number;
}

const encoded = (query: string): string => (query === '' ? '' : `?${query.split('&').map((pair) => pair.split('=').map(encodeURIComponent).join('=')).join('&')}`);

/** People who read the catalogue at the same time, each thinking between two looks. */
export const readCatalogue = async (port: number, cookies: readonly string[], { forMs, thinkMs }: { forMs: number; thinkMs: number }): Promise<CatalogueFigures> => {
  const latencies: number[] = [];
  const end = performance.now() + forMs;
  await Promise.all(cookies.map(async (cookie, reader) => {
    const client = await openApiClient(port, cookie);
    await delay((reader / cookies.length) * thinkMs);
    for (let look = reader; performance.now() < end; look += 1) {
      const begun = performance.now();
      await client.ask('GET', `/api/catalogue${encoded(QUERIES[look % QUERIES.length] ?? '')}`);
      latencies.push(performance.now() - begun);
      await delay(thinkMs * (0.5 + Math.random()));
    }
    client.close();
  }));
  return { requests: latencies.length, readers: cookies.length, p50: percentile(latencies, 0.5), p95: percentile(latencies, 0.95) };
};
