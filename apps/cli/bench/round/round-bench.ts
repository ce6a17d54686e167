import { openBenchDatabase } from '../bench-database.js';
import { loadBenchDistrict } from '../district/load-district.js';
import { median } from '../load/percentile.js';
import { freePort, startProgram } from '../program.js';
import { openApiClient, type ApiClient } from './api-client.js';
import { askWhatIf, type WhatIfFigures } from './ask-what-if.js';
import { openRound, placePeople, takeSnapshot, type RunTime } from './place-people.js';
import { readCatalogue, type CatalogueFigures } from './read-catalogue.js';

/** What `var/bench/round.json` holds; times in milliseconds. */
export interface RoundFigures {
  readonly catalogue: CatalogueFigures & { readonly posts: number };
  readonly run: {
    readonly participants: number;
    /** Close of the round: snapshot, facts, eligibility and scores of everybody. */
    readonly snapshotMs: number;
    /** From the request of a run to the stored certificates: median and slowest. */
    readonly runMs: number;
    readonly slowestRunMs: number;
    readonly solveMs: number;
    readonly runs: number;
  };
  /** What if one place more, or another weight: answered while HR waits. */
  readonly whatIf: WhatIfFigures;
}

export interface RoundPlan {
  readonly readers: number;
  readonly readMs: number;
  readonly thinkMs: number;
  readonly runs: number;
}

export const FULL_ROUND: RoundPlan = { readers: 8, readMs: 20_000, thinkMs: 1_000, runs: 7 };
export const QUICK_ROUND: RoundPlan = { readers: 8, readMs: 5_000, thinkMs: 1_000, runs: 3 };

const measureRuns = async (hr: ApiClient, roundId: string, runs: number, say: (text: string) => void): Promise<RunTime[]> => {
  const times: RunTime[] = [];
  for (let run = 1; run <= runs; run += 1) {
    const time = await placePeople(hr, roundId, `측정 ${run}`);
    say(`run ${run}/${runs}: ${Math.round(time.runMs)} ms, of which the mechanism and certificates ${Math.round(time.solveMs)} ms`);
    times.push(time);
  }
  return times;
};

const toTenth = (value: number): number => Math.round(value * 10) / 10;

/** Runs the whole measurement over HTTP, with the worker in its own process. */
export const measureRound = async (root: string, plan: RoundPlan, say: (text: string) => void): Promise<RoundFigures> => {
  const database = await openBenchDatabase(root, say);
  const toStop: { stop(): Promise<void> }[] = [];
  try {
    const { app, filers, hrCookie } = await loadBenchDistrict(database.url);
    await app.close();
    say(`${filers.length} people imported and filed`);
    const port = await freePort();
    const environment = { DATABASE_URL: database.url, REDIS_URL: '', PORT: String(port), HOST: '127.0.0.1' };
    toStop.push(await startProgram('api', { root, script: 'dist/apps/api/main.js', environment }));
    const hr = await openApiClient(port, hrCookie);
    toStop.push({ stop: async () => hr.close() });
    const { total } = await hr.ask<{ total: number }>('GET', '/api/catalogue?pageSize=1');
    const readers = filers.slice(1, 1 + plan.readers).map(({ cookie }) => cookie);
    await readCatalogue(port, readers, { forMs: plan.readMs / 4, thinkMs: plan.thinkMs / 2 });
    const catalogue = await readCatalogue(port, readers, { forMs: plan.readMs, thinkMs: plan.thinkMs });
    say(`catalogue: p95 ${catalogue.p95.toFixed(1)} ms of ${catalogue.requests} looks`);

    const roundId = await openRound(hr);
    const snapshotMs = await takeSnapshot(hr, roundId);
    say(`snapshot: ${Math.round(snapshotMs)} ms`);
    const participants = (await hr.ask<readonly object[]>('GET', `/api/rounds/${roundId}/participants`)).length;
    toStop.push(await startProgram('worker', { root, script: 'dist/apps/worker/main.js', environment }));
    const times = await measureRuns(hr, roundId, plan.runs, say);
    const runMs = times.map((time) => time.runMs);
    const { askMs, slowestAskMs, asks } = await askWhatIf(hr, roundId, plan.runs * 2);
    say(`what-if: median ${Math.round(askMs)} ms, slowest ${Math.round(slowestAskMs)} ms`);
    return {
      catalogue: { ...catalogue, posts: total, p50: toTenth(catalogue.p50), p95: toTenth(catalogue.p95) },
      run: {
        participants, snapshotMs: toTenth(snapshotMs), runMs: toTenth(median(runMs)), slowestRunMs: toTenth(Math.max(...runMs)),
        solveMs: toTenth(median(times.map(({ solveMs }) => solveMs))), runs: plan.runs,
      },
      whatIf: { askMs: toTenth(askMs), slowestAskMs: toTenth(slowestAskMs), asks },
    };
  } finally {
    for (const program of toStop.reverse()) await program.stop();
    await database.close();
  }
};
