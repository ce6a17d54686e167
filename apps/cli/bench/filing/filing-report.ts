import type { LoadResult } from '../load/load-task.js';
import { table, verdicts, type Verdict } from '../report.js';
import { CONNECTIONS, type FilingFigures, type FilingMeasurement } from './filing-bench.js';

const TARGET_RATIO = 0.5;
const TARGET_P95_MS = 1_000;

export const filingVerdicts = ({ ratio, jari, lost, doubled }: FilingFigures): Verdict[] => [
  { ko: '최소 처리기의 절반 이상', en: 'at least half of the bare throughput', found: `${(ratio * 100).toFixed(1)} %`, met: ratio >= TARGET_RATIO },
  { ko: 'p95 1초 미만', en: 'p95 under a second', found: `${jari.p95} ms`, met: jari.p95 < TARGET_P95_MS },
  { ko: '유실·중복 없음', en: 'nothing lost or doubled', found: `${lost} / ${doubled}`, met: lost === 0 && doubled === 0 },
];

const line = (name: string, runs: readonly LoadResult[], rps: number, thinking: LoadResult): string[] => [
  name, rps.toFixed(0), `${Math.min(...runs.map((run) => run.rps)).toFixed(0)}–${Math.max(...runs.map((run) => run.rps)).toFixed(0)}`,
  thinking.rps.toFixed(0), thinking.p50.toFixed(1), thinking.p95.toFixed(1), thinking.p99.toFixed(1),
];

export const filingReport = ({ figures, saturation, thinking, acknowledged }: FilingMeasurement): string => [
  '',
  `  마감 직전의 제출 · Filing before the deadline (${CONNECTIONS} connections; then ${figures.clients} sessions that think)`,
  '',
  table([
    ['', 'rps', 'min–max', 'rps', 'p50 ms', 'p95 ms', 'p99 ms'],
    line('최소 처리기 · bare', saturation.bare, figures.bare.rps, thinking.bare),
    line('자리 · Jari', saturation.jari, figures.jari.rps, thinking.jari),
  ], [22, 8, 14, 10, 10, 10, 10]),
  '',
  verdicts(filingVerdicts(figures)),
  `    접수 확인 ${acknowledged}건 · ${acknowledged} filings acknowledged, each one looked for in the database`,
  '',
].join('\n');
