import { setTimeout as delay } from 'node:timers/promises';
import { addDays } from '#organization';
import { koreanDate } from '#platform';
import type { ApiClient } from './api-client.js';

const UNTIL_OPENING_MS = 700;
const UNTIL_DEADLINE_MS = 1_500;
const LOOK_AGAIN_MS = 10;
const PATIENCE_MS = 60_000;

interface Round {
  readonly id: string;
  readonly state: string;
}

interface Run {
  readonly id: string;
  readonly state: string;
  readonly failureCode: string | null;
  readonly solveMs: number | null;
  readonly hash: string | null;
  readonly metrics: Readonly<Record<string, unknown>> | null;
  readonly certificate?: object | null;
}

const until = async (moment: number): Promise<void> => delay(Math.max(0, moment - Date.now()) + 5);

/**
 * A round whose deadline has passed, before any worker closes it, with what people filed before.
 * @returns the id of the round in state OPEN
 */
export const openRound = async (hr: ApiClient): Promise<string> => {
  const now = Date.now();
  const today = koreanDate(new Date(now));
  const { id } = await hr.ask<Round>('POST', '/api/rounds', {
    name: '측정용 정기인사', kind: 'REGULAR', resolutionNumber: '2026-1', resolvedOn: today, noticeOn: today,
    opensAt: new Date(now + UNTIL_OPENING_MS).toISOString(), closesAt: new Date(now + UNTIL_DEADLINE_MS).toISOString(),
    cutOffOn: today, resultsOn: addDays(today, 14), effectiveOn: addDays(today, 30), seed: 'bench',
    // Nobody is kept back by tenure, so that the mechanism has all it can have to do.
    criteria: [{ code: 'MINIMUM_TENURE', value: { months: 0, similarDutyMonths: 0, mode: 'GATE' } }],
    criteriaBasis: { ko: '성능 측정', en: 'measurement' },
  });
  await hr.ask('POST', `/api/rounds/${id}/notice`);
  await until(now + UNTIL_OPENING_MS);
  await hr.ask('POST', `/api/rounds/${id}/open`);
  await until(now + UNTIL_DEADLINE_MS);
  return id;
};

/** Closes the round, which takes the snapshot. @returns milliseconds */
export const takeSnapshot = async (hr: ApiClient, roundId: string): Promise<number> => {
  const begun = performance.now();
  await hr.ask('POST', `/api/rounds/${roundId}/close`);
  return performance.now() - begun;
};

export interface RunTime {
  /** From the request to the moment at which everything is stored, seen over HTTP. */
  readonly runMs: number;
  readonly solveMs: number;
  readonly metrics: Readonly<Record<string, unknown>>;
}

/** Requests a run and waits until its job has stored outcomes, explanations and certificate. @throws Error when it fails */
export const placePeople = async (hr: ApiClient, roundId: string, label: string): Promise<RunTime> => {
  const begun = performance.now();
  const { id } = await hr.ask<Run>('POST', `/api/rounds/${roundId}/runs`, { label });
  for (;;) {
    // The list is short and leaves out the documents, so that looking costs the API little.
    const run = (await hr.ask<readonly Run[]>('GET', `/api/rounds/${roundId}/runs`)).find((one) => one.id === id);
    const runMs = performance.now() - begun;
    if (run?.state === 'FAILED' || runMs > PATIENCE_MS) throw new Error(`The run is ${run?.state ?? 'gone'}: ${run?.failureCode ?? 'no answer in time'}`);
    if (run?.state === 'DONE') {
      const { certificate } = await hr.ask<Run>('GET', `/api/rounds/${roundId}/runs/${id}`);
      if (!certificate) throw new Error('The run has no certificate');
      return { runMs, solveMs: run.solveMs ?? 0, metrics: run.metrics ?? {} };
    }
    await delay(LOOK_AGAIN_MS);
  }
};
