import pg from 'pg';
import { openBenchDatabase } from '../bench-database.js';
import type { BenchWish } from '../district/filers.js';
import { loadBenchDistrict, type LoadedDistrict, type SignedInFiler } from '../district/load-district.js';
import { startGenerator, type Generator } from '../load/generator-client.js';
import type { LoadPerson, LoadResult } from '../load/load-task.js';
import { median } from '../load/percentile.js';
import { freePort, startProgram, type Program } from '../program.js';
import { compareFilings, readFilings, type Promised } from './count-filings.js';

/** What `var/bench/filing.json` holds. */
export interface FilingFigures {
  readonly clients: number;
  readonly bare: { readonly rps: number; readonly p95: number };
  readonly jari: { readonly rps: number; readonly p95: number };
  readonly ratio: number;
  readonly lost: number;
  readonly doubled: number;
}

export interface FilingPlan {
  /** Alternations of the two servers at saturation; the median of each counts. */
  readonly rounds: number;
  readonly saturateMs: number;
  readonly thinkRunMs: number;
  /** Pause before a filing: half to one and a half times this. */
  readonly thinkMs: number;
  /** CPU profile of the API into `var/bench/profile`. */
  readonly profile: boolean;
}

export const FULL_PLAN: FilingPlan = { rounds: 4, saturateMs: 8_000, thinkRunMs: 25_000, thinkMs: 3_000, profile: false };
export const QUICK_PLAN: FilingPlan = { rounds: 1, saturateMs: 3_000, thinkRunMs: 6_000, thinkMs: 3_000, profile: false };

/** Requests under way at saturation, to either server. */
export const CONNECTIONS = 64;
/** Database connections of either server. */
const POOL_SIZE = 10;
const WARM_MS = 2_000;
/** Until the code of a server has been compiled for good. */
const FIRST_WARM_MS = 10_000;

type Server = 'bare' | 'jari';

export interface FilingMeasurement {
  readonly figures: FilingFigures;
  readonly saturation: Readonly<Record<Server, readonly LoadResult[]>>;
  readonly thinking: Readonly<Record<Server, LoadResult>>;
  /** Filings that were acknowledged in the whole run, by both servers. */
  readonly acknowledged: number;
}

interface Bench {
  readonly plan: FilingPlan;
  readonly ports: Readonly<Record<Server, number>>;
  readonly generator: Generator;
  readonly filers: readonly SignedInFiler[];
  readonly people: LoadPerson[];
  readonly last: (readonly BenchWish[])[];
  readonly say: (text: string) => void;
}

const PATHS: Readonly<Record<Server, string>> = { bare: '/lists/{id}', jari: '/api/me/wish-list' };

const load = async ({ ports, generator, filers, people, last }: Bench, server: Server, task: { pace: { connections: number } | { thinkMs: number }; measureMs: number; warmMs: number }): Promise<LoadResult> => {
  const result = await generator.run({ port: ports[server], path: PATHS[server], people, ...task });
  for (const [index, { version, list }] of result.people.entries()) {
    const [person, filer] = [people[index], filers[index]];
    if (person === undefined || filer === undefined || list === null) continue;
    people[index] = { ...person, version };
    last[index] = filer.lists[list] ?? [];
  }
  return result;
};

const measure = async (bench: Bench): Promise<Pick<FilingMeasurement, 'saturation' | 'thinking'>> => {
  const { plan, say } = bench;
  const saturation: Record<Server, LoadResult[]> = { bare: [], jari: [] };
  // None of this counts.
  for (const server of ['bare', 'jari'] as const) await load(bench, server, { pace: { connections: CONNECTIONS }, warmMs: 0, measureMs: FIRST_WARM_MS });
  for (let round = 1; round <= plan.rounds; round += 1) {
    for (const server of ['bare', 'jari'] as const) {
      const result = await load(bench, server, { pace: { connections: CONNECTIONS }, warmMs: WARM_MS, measureMs: plan.saturateMs });
      saturation[server].push(result);
      say(`${round}/${plan.rounds} ${server}: ${Math.round(result.rps)} rps`);
    }
  }
  const think = (server: Server): Promise<LoadResult> => load(bench, server, { pace: { thinkMs: plan.thinkMs }, warmMs: 2 * plan.thinkMs, measureMs: plan.thinkRunMs });
  const bare = await think('bare');
  say(`bare, ${bench.people.length} sessions: p95 ${bare.p95.toFixed(1)} ms`);
  const jari = await think('jari');
  say(`jari, ${bench.people.length} sessions: p95 ${jari.p95.toFixed(1)} ms`);
  return { saturation, thinking: { bare, jari } };
};

const startServers = async (root: string, url: string, { organizationId }: LoadedDistrict, profile: boolean): Promise<{ ports: Record<Server, number>; programs: Program[] }> => {
  const ports = { bare: await freePort(), jari: await freePort() };
  const common = { DATABASE_URL: url, DATABASE_POOL_SIZE: String(POOL_SIZE), REDIS_URL: '' };
  const programs = [
    await startProgram('bare', { root, script: 'dist/apps/cli/bench/filing/bare-server.js', environment: { ...common, PORT: String(ports.bare), BENCH_ORGANIZATION: organizationId } }),
    await startProgram('api', {
      root, script: 'dist/apps/api/main.js', environment: { ...common, PORT: String(ports.jari), HOST: '127.0.0.1' },
      nodeArguments: profile ? ['--cpu-prof', '--cpu-prof-dir=var/bench/profile'] : [],
    }),
  ];
  return { ports, programs };
};

const count = async (url: string, organizationId: string, promised: readonly Promised[]): Promise<{ lost: number; doubled: number }> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return compareFilings(promised, await readFilings(client, organizationId));
  } finally {
    await client.end();
  }
};

/** New statistics and no checkpoint due: what the minutes before a deadline find, weeks after the import. */
const settle = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('VACUUM (ANALYZE)');
  await client.query('CHECKPOINT');
  await client.end();
};

const toTenth = (value: number): number => Math.round(value * 10) / 10;

/** Runs the whole measurement. @throws Error when a server does not acknowledge a filing */
export const measureFiling = async (root: string, plan: FilingPlan, say: (text: string) => void): Promise<FilingMeasurement> => {
  const database = await openBenchDatabase(root, say);
  const toStop: { stop(): Promise<void> }[] = [];
  try {
    const district = await loadBenchDistrict(database.url);
    await district.app.close();
    const { filers, organizationId } = district;
    await settle(database.url);
    say(`${filers.length} sessions`);
    const { ports, programs } = await startServers(root, database.url, district, plan.profile);
    toStop.push(...programs);
    const generator = await startGenerator(root);
    toStop.push(generator);
    const people = filers.map(({ employeeId, cookie, lists }): LoadPerson => ({ id: employeeId, cookie, version: 1, lists: lists.map((list) => JSON.stringify(list)) }));
    const last = filers.map(({ lists }): readonly BenchWish[] => lists[0] ?? []);
    const { saturation, thinking } = await measure({ plan, ports, generator, filers, people, last, say });
    const promised = people.map(({ id, version }, index): Promised => ({ employeeId: id, version, wishes: last[index] ?? [] }));
    const rps = { bare: median(saturation.bare.map((result) => result.rps)), jari: median(saturation.jari.map((result) => result.rps)) };
    const figures = {
      clients: filers.length,
      bare: { rps: toTenth(rps.bare), p95: toTenth(thinking.bare.p95) },
      jari: { rps: toTenth(rps.jari), p95: toTenth(thinking.jari.p95) },
      ratio: Math.round((rps.jari / rps.bare) * 1000) / 1000,
      ...(await count(database.url, organizationId, promised)),
    };
    return { figures, saturation, thinking, acknowledged: people.reduce((sum, { version }) => sum + version, 0) };
  } finally {
    // The generator first: a server drains until its last connection has gone.
    for (const program of toStop.reverse()) await program.stop();
    await database.close();
  }
};
