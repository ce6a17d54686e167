import { POSTS } from '../district/bench-district.js';
import { table, verdicts, type Verdict } from '../report.js';
import type { RoundFigures } from './round-bench.js';

const CATALOGUE_P95_MS = 100;
const RUN_MS = 2_000;
const WHAT_IF_MS = 1_000;

export const roundVerdicts = ({ catalogue, run, whatIf }: RoundFigures): Verdict[] => [
  { ko: `직위 ${POSTS}개 목록 p95 100 ms 미만`, en: `catalogue of ${POSTS} posts, p95 under 100 ms`, found: `${catalogue.p95} ms`, met: catalogue.posts === POSTS && catalogue.p95 < CATALOGUE_P95_MS },
  { ko: '명부 확정부터 증명서 저장까지 2초 미만', en: 'snapshot to stored certificates under 2 s', found: `${Math.round(run.snapshotMs + run.slowestRunMs)} ms`, met: run.snapshotMs + run.slowestRunMs < RUN_MS },
  { ko: '가정에 따른 결과 1초 미만', en: 'what-if answered in under a second', found: `${Math.round(whatIf.slowestAskMs)} ms`, met: whatIf.slowestAskMs < WHAT_IF_MS },
];

export const roundReport = (figures: RoundFigures): string => {
  const { catalogue, run, whatIf } = figures;
  return [
    '',
    '  직위 목록과 배치 · Catalogue and placement (milliseconds, over HTTP)',
    '',
    table([
      ['', 'p50', 'p95'],
      [`직위 목록 · catalogue (${catalogue.requests} looks, ${catalogue.readers} readers)`, String(catalogue.p50), String(catalogue.p95)],
    ], [60, 10, 10]),
    '',
    table([
      ['', 'median', 'slowest'],
      [`명부 확정 · snapshot (${run.participants} people)`, String(run.snapshotMs), ''],
      [`배치와 증명서 저장 · run with stored certificates (${run.runs})`, String(run.runMs), String(run.slowestRunMs)],
      ['  그중 계산 · of which mechanism and certificates', String(run.solveMs), ''],
      [`가정에 따른 결과 · what-if (${whatIf.asks} questions)`, String(whatIf.askMs), String(whatIf.slowestAskMs)],
    ], [60, 10, 10]),
    '',
    verdicts(roundVerdicts(figures)),
    '',
  ].join('\n');
};
