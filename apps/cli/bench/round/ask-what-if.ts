import { median } from '../load/percentile.js';
import type { ApiClient } from './api-client.js';

export interface WhatIfFigures {
  /** From the question to the whole answer over HTTP: median and slowest, milliseconds. */
  readonly askMs: number;
  readonly slowestAskMs: number;
  readonly asks: number;
}

interface Seat {
  readonly positionId: string;
  readonly state: string;
}

/** Asks what one place more, and other weights, would give, each at another post. */
export const askWhatIf = async (hr: ApiClient, roundId: string, asks: number): Promise<WhatIfFigures> => {
  const seats = (await hr.ask<readonly Seat[]>('GET', `/api/rounds/${roundId}/seats`)).filter(({ state }) => state === 'OPEN');
  const times: number[] = [];
  for (let ask = 0; ask < asks; ask += 1) {
    const seat = seats[(ask * 37) % Math.max(1, seats.length)];
    const question = ask % 2 === 0 && seat !== undefined
      ? { places: [{ positionId: seat.positionId, change: 1 }] }
      : { criteria: [{ code: 'SCORE_TENURE', value: { pointsPerMonth: 100 + ask, capMonths: 60 } }] };
    const begun = performance.now();
    await hr.ask('POST', `/api/rounds/${roundId}/what-if`, question);
    times.push(performance.now() - begun);
  }
  return { askMs: median(times), slowestAskMs: Math.max(...times), asks };
};
