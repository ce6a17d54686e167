import { join } from 'node:path';
import { median } from '../load/percentile.js';
import type { ConstrainedRow } from './constrained.js';
import { inChild, rowOf } from './in-child.js';
import { compileLimit, type Limit, type LimitRun } from './limit.js';
import { makeRound, USUAL } from './make-round.js';
import type { Row, Task } from './measured.js';
import { PEER_MECHANISM, PEERS } from './peers/index.js';
import { DISTRICT, RATIO_TARGETS, type MatchingPlan } from './plan.js';
import { runWhole } from './whole.js';

/** What `var/bench/matching.json` holds; times in milliseconds, ratios of medians to the C loop beside them. */
export interface MatchingFigures {
  /** By size; empty without a C compiler. */
  readonly limit: Readonly<Record<string, number>>;
  /** At the largest size, by mechanism. */
  readonly ratio: Readonly<Record<string, number>>;
  /** CSV in to explanations out, at the largest size; the ratio is null without a C compiler. */
  readonly whole: { readonly ratio: number | null; readonly ms: number; readonly peakMb: number };
  readonly rows: readonly Row[];
  /** Constrained rounds of a district beside the bare solver; empty where 1,500 is not among the sizes. */
  readonly constrained: readonly ConstrainedRow[];
  /** Exponent of growth from 10,000 (or the smallest size) to the largest, by mechanism: 1 is linear. */
  readonly growth: Readonly<Record<string, number>>;
  /** Whether engine and C loop place everybody alike where nobody has a present seat; null without a C compiler. */
  readonly agrees: boolean | null;
}

const WHOLE_RUNS = 3;
const AGREEMENT_SIZE = 10_000;
const toHundredth = (value: number): number => Math.round(value * 100) / 100;

/** Runs the whole measurement; every program on the same files, each in a process of its own, one at a time. */
export async function measureMatching(root: string, plan: MatchingPlan, say: (text: string) => void): Promise<MatchingFigures> {
  const folder = join(root, 'var', 'bench', 'matching');
  const limit = compileLimit(root);
  if (limit === null) say('C 컴파일러가 없어 한계값을 재지 못합니다 · no C compiler: the limit and the ratios are left out');
  const rows: Row[] = [];
  const ratio: Record<string, number> = {};
  const limits: Record<string, number> = {};
  const tell = (row: Row): void => {
    rows.push(row);
    say(`${row.program} ${row.mechanism} ${row.employees.toLocaleString('en-US')}: ${row.ms === null ? row.stopped : `${row.ms.toFixed(1)} ms`}${row.note === '' ? '' : ` (${row.note})`}`);
  };
  const largest = Math.max(...plan.sizes);
  for (const employees of plan.sizes) {
    const round = join(folder, String(employees));
    makeRound(round, { ...USUAL, employees });
    const bare = limit === null ? null : await limit(round, plan.runs);
    if (bare !== null) {
      limits[employees] = median(bare.ms);
      tell(limitRow(bare, employees));
    }
    const task = (program: string, mechanism: string, limitMs: number): Task => ({ program, mechanism, folder: round, runs: plan.runs, limitMs, limitMb: plan.limitMb });
    for (const mechanism of plan.mechanisms) {
      // The machine's mood changes within minutes, so the C loop runs once more beside whatever is compared with it.
      const beside = employees === largest && limit !== null && mechanism in RATIO_TARGETS ? median((await limit(round, plan.runs)).ms) : null;
      const own = task('jari', mechanism, plan.limitMs);
      const row = rowOf(own, employees, await inChild(root, own));
      tell(row);
      if (beside !== null && row.ms !== null) ratio[mechanism] = toHundredth(row.ms / beside);
    }
    for (const peer of plan.peers ? Object.keys(PEERS) : []) {
      if (rows.some((row) => row.program === peer && row.stopped !== null)) continue;
      const other = task(peer, PEER_MECHANISM[peer] ?? '', plan.peerLimitMs);
      const answer = await inChild(root, other);
      const differs = bare !== null && answer.hash !== '' && answer.hash !== bare.hash;
      tell(rowOf(other, employees, differs ? { ...answer, note: 'another assignment' } : answer));
    }
  }
  const whole = await measureWhole(root, join(folder, String(largest)), limit, plan.runs);
  say(`whole process ${largest.toLocaleString('en-US')}: ${Math.round(whole.ms)} ms, ${whole.peakMb} MB`);
  const constrained = plan.sizes.includes(DISTRICT) ? await constrainedRows(root, say) : [];
  return { limit: limits, ratio, whole, rows, constrained, growth: growthOf(rows, plan), agrees: limit === null ? null : await agreesWithLimit(root, folder, limit, plan) };
}

async function constrainedRows(root: string, say: (text: string) => void): Promise<ConstrainedRow[]> {
  // Loaded when it is their turn: the solver's threads come with half of the product.
  const { measureConstrained } = await import('./constrained.js');
  const rows = await measureConstrained(root);
  for (const { couples, ms, bareMs } of rows) say(`constrained, ${couples} couples: ${ms} ms, bare HiGHS ${bareMs} ms`);
  return rows;
}

function limitRow({ ms }: LimitRun, employees: number): Row {
  return { program: 'limit', mechanism: 'da', employees, ms: median(ms), firstMs: ms[0] ?? null, runs: ms.length, peakMb: null, stopped: null, note: 'C' };
}

async function measureWhole(root: string, round: string, limit: Limit | null, runs: number): Promise<MatchingFigures['whole']> {
  const beside = limit === null ? null : median((await limit(round, runs)).ms);
  const all: { ms: number; peakMb: number }[] = [];
  for (let run = 0; run < WHOLE_RUNS; run++) all.push(await runWhole(root, round));
  const ms = median(all.map((run) => run.ms));
  return { ms: Math.round(ms), ratio: beside === null ? null : toHundredth(ms / beside), peakMb: Math.max(...all.map(({ peakMb }) => peakMb)) };
}

/** Nobody has a present seat in the C loop, so both are compared on a round of newcomers. */
async function agreesWithLimit(root: string, folder: string, limit: Limit, plan: MatchingPlan): Promise<boolean> {
  const round = join(folder, 'newcomers');
  makeRound(round, { ...USUAL, employees: AGREEMENT_SIZE, newcomers: 1 });
  const answer = await inChild(root, { program: 'jari', mechanism: 'da', folder: round, runs: 1, limitMs: plan.limitMs, limitMb: plan.limitMb });
  return answer.hash !== '' && answer.hash === (await limit(round, 1)).hash;
}

function growthOf(rows: readonly Row[], { sizes, mechanisms }: MatchingPlan): Record<string, number> {
  const large = Math.max(...sizes);
  const small = sizes.includes(10_000) && large > 10_000 ? 10_000 : Math.min(...sizes);
  const time = (mechanism: string, employees: number): number | null => rows.find((row) => row.program === 'jari' && row.mechanism === mechanism && row.employees === employees)?.ms ?? null;
  return Object.fromEntries(mechanisms.flatMap((mechanism) => {
    const [before, after] = [time(mechanism, small), time(mechanism, large)];
    return large === small || before === null || after === null ? [] : [[mechanism, toHundredth(Math.log(after / before) / Math.log(large / small))]];
  }));
}
