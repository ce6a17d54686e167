import pg from 'pg';
import { openBenchDatabase } from '../bench-database.js';
import { median } from '../load/percentile.js';
import { freePort, startProgram, type Program } from '../program.js';
import type { CastResult, CastTask } from './cast-task.js';
import { openIntakeDistrict, type IntakeDistrict, type OpenIntake } from './intake-district.js';
import { runPgbench } from './pgbench.js';

/** From HTTP to the receipt, casts in a second. */
export interface IntakeFigures {
  readonly bare: { readonly rps: number; readonly p95: number };
  readonly jari: { readonly rps: number; readonly p95: number };
  readonly ratio: number;
  /** The same inserts by PostgreSQL's own load generator; null where it is not installed. */
  readonly pgbench: number | null;
  /** Receipts in the whole run, and those without their row. */
  readonly receipts: number;
  readonly lost: number;
}

export interface IntakePlan {
  /** Alternations of the two servers; the median of each counts. */
  readonly rounds: number;
  readonly measureMs: number;
  /** Until the code of a server has been compiled for good. */
  readonly firstWarmMs: number;
  /** CPU profile of the API into `var/bench/profile`. */
  readonly profile?: boolean;
}

/** Requests under way, to either server. */
const CONNECTIONS = 64;
/** Database connections of either server. */
const POOL_SIZE = 10;
const WARM_MS = 1_000;
const SIGNED_AHEAD = 24;

interface Side {
  readonly name: 'bare' | 'jari';
  readonly port: number;
  readonly path: string;
  readonly ballot: OpenIntake;
  readonly results: CastResult[];
  receipts: number;
}

const startServers = async (root: string, url: string, { organizationId, ballots: [own, other] }: IntakeDistrict, profile: boolean): Promise<{ sides: readonly [Side, Side]; programs: Program[] }> => {
  const [bare, jari] = [await freePort(), await freePort()];
  const common = { DATABASE_URL: url, DATABASE_POOL_SIZE: String(POOL_SIZE), REDIS_URL: '' };
  const programs = [
    await startProgram('bare-intake', { root, script: 'dist/apps/cli/bench/ballots/bare-intake.js', environment: { ...common, PORT: String(bare), BENCH_ORGANIZATION: organizationId, BENCH_BALLOT: other.ballotId } }),
    await startProgram('api', {
      root, script: 'dist/apps/api/main.js', environment: { ...common, PORT: String(jari), HOST: '127.0.0.1' }, nodeArguments: profile ? ['--cpu-prof', '--cpu-prof-dir=var/bench/profile'] : [],
    }),
    await startProgram('cast-generator', { root, script: 'dist/apps/cli/bench/ballots/cast-generator.js' }),
  ];
  return {
    programs,
    sides: [
      { name: 'bare', port: bare, path: '/votes/{slot}/{employee}', ballot: other, results: [], receipts: 0 },
      { name: 'jari', port: jari, path: `/api/me/ballots/${own.ballotId}/votes`, ballot: own, results: [], receipts: 0 },
    ],
  };
};

const send = ({ child }: Program, task: CastTask): Promise<CastResult> => new Promise((resolve, reject) => {
  const ended = (): void => reject(new Error('The load generator ended; see var/bench/cast-generator.log'));
  child.once('exit', ended);
  child.once('message', (message: { type: 'result'; result: CastResult } | { type: 'failure'; message: string }) => {
    child.off('exit', ended);
    if (message.type === 'result') resolve(message.result);
    else reject(new Error(message.message));
  });
  child.send(task);
});

/** Sends casts to one server and keeps in mind which revisions were acknowledged. */
const load = async (generator: Program, { port, path, ballot }: Side, times: { warmMs: number; measureMs: number }): Promise<CastResult> => {
  const { electionId, contents, voters } = ballot;
  const result = await send(generator, { port, path, electionId, contents, voters, connections: CONNECTIONS, signedAhead: SIGNED_AHEAD, ...times });
  result.voters.forEach((acknowledged, at) => {
    const voter = voters[at];
    if (voter !== undefined) voters[at] = { ...voter, ...acknowledged };
  });
  return result;
};

/** Whether every number up to the last stands there once, and every receipt's row. */
const countLost = async (client: pg.Client, { ballot: { ballotId }, receipts }: Side): Promise<number> => {
  const { rows: [found] } = await client.query<{ rows: number; last: number }>(`SELECT count(*)::int AS rows, coalesce(max(intake_index), 0) AS last FROM ballot_intake WHERE ballot_id = $1 AND tracker NOT LIKE 'pgbench-%'`, [ballotId]);
  return Math.max(receipts - (found?.rows ?? 0), (found?.last ?? 0) - (found?.rows ?? 0));
};

const toTenth = (value: number): number => Math.round(value * 10) / 10;
const figureOf = ({ results }: Side): { rps: number; p95: number } => ({ rps: toTenth(median(results.map(({ rps }) => rps))), p95: toTenth(median(results.map(({ p95 }) => p95))) });

/** Runs the whole measurement on a database of its own. @throws Error when a server does not acknowledge a cast */
export const measureIntake = async (root: string, plan: IntakePlan, say: (text: string) => void): Promise<IntakeFigures> => {
  const database = await openBenchDatabase(root, say);
  const toStop: Program[] = [];
  const client = new pg.Client({ connectionString: database.url });
  try {
    await client.connect();
    const district = await openIntakeDistrict(database.url);
    await client.query('VACUUM (ANALYZE)');
    await client.query('CHECKPOINT');
    const { sides, programs } = await startServers(root, database.url, district, plan.profile === true);
    toStop.push(...programs);
    const [bare, jari] = sides;
    const generator = programs[2];
    if (generator === undefined) throw new Error('no load generator');
    const run = async (side: Side, warmMs: number, measureMs: number): Promise<CastResult> => {
      const result = await load(generator, side, { warmMs, measureMs });
      side.receipts += result.receipts;
      return result;
    };
    for (const side of sides) await run(side, 0, plan.firstWarmMs);
    for (let round = 1; round <= plan.rounds; round += 1) {
      for (const side of sides) side.results.push(await run(side, WARM_MS, plan.measureMs));
      say(`intake ${round}/${plan.rounds}: ${sides.map(({ name, results }) => `${name} ${Math.round(results.at(-1)?.rps ?? 0)}`).join(', ')} casts a second`);
    }
    const lost = (await countLost(client, bare)) + (await countLost(client, jari));
    const pgbench = await runPgbench({
      url: database.url, seconds: Math.max(1, Math.round(plan.measureMs / 1000)), clients: POOL_SIZE,
      variables: { organization: `'${district.organizationId}'`, ballot: `'${bare.ballot.ballotId}'`, slots: String(bare.ballot.voters.length), content: String(bare.ballot.contents[0]?.text.length ?? 0) },
    });
    const [bareFigure, jariFigure] = [figureOf(bare), figureOf(jari)];
    return { bare: bareFigure, jari: jariFigure, ratio: Math.round((jariFigure.rps / bareFigure.rps) * 1000) / 1000, pgbench: pgbench === null ? null : toTenth(pgbench), receipts: bare.receipts + jari.receipts, lost };
  } finally {
    await client.end();
    // The generator first: a server drains until its last connection has gone.
    for (const program of toStop.reverse()) await program.stop();
    await database.close();
  }
};
