import type { ComparedScenario, RefusedScenario } from '../season/season-record.js';
import { clip, padEnd, padStart } from '../terminal/width.js';

const COLUMNS: readonly (readonly [ko: string, en: string, of: (scenario: ComparedScenario) => number])[] = [
  ['희망 배치', 'placed', ({ metrics }) => metrics.placed],
  ['1지망', 'first', ({ metrics }) => metrics.byRank[0] ?? 0],
  ['희망 외', 'other', ({ metrics }) => metrics.outOfWish],
  ['순서 역전', 'envy', ({ metrics }) => metrics.reading.envy],
  ['보직 상실', 'lost', ({ metrics }) => metrics.worseOff],
  ['달라짐', 'differ', ({ differing }) => differing],
];

const NAME = 36;
const FIGURE = 10;
const SENTENCE_WIDTH = 92;

const row = (mark: string, name: string, figures: readonly (string | number)[]): string =>
  `  ${mark} ${padEnd(clip(name, NAME - 1), NAME)}${figures.map((figure) => padStart(figure.toLocaleString('en-US'), FIGURE)).join('')}`.trimEnd();

/** A sentence in lines that fit beside an indentation. */
const wrapped = (text: string): string[] => {
  const lines: string[] = [];
  for (let rest = text; rest !== '';) {
    const line = clip(rest, SENTENCE_WIDTH);
    lines.push(line);
    rest = rest.slice(line.length).trimStart();
  }
  return lines;
};

/** All scenarios side by side, the adopted one marked, and what was weighed, in words. Fits 100 columns. */
export const scenarioTable = (scenarios: readonly ComparedScenario[], refused: readonly RefusedScenario[], adoptedRunId: string | null, reason: string): string[] => [
  row(' ', '방식 · mechanism', COLUMNS.map(([ko]) => ko)),
  row(' ', '', COLUMNS.map(([, en]) => en)),
  ...scenarios.map((scenario) => row(scenario.runId === adoptedRunId ? '▸' : scenario.adoptable ? ' ' : '×', scenario.label, COLUMNS.map(([, , of]) => of(scenario)))),
  ...refused.map(({ label }) => row('–', label, ['이번 배치에 쓸 수 없음 not usable'])),
  '',
  '    ▸ 채택한 안 adopted   × 채택할 수 없는 안 may not be adopted',
  '    순서 역전: 점수가 앞서는데도 밀린 경우 · passed over although their points are higher',
  '    보직 상실: 현재 보직도 희망한 자리도 받지 못하는 사람 · neither the present post nor a wish',
  '    달라짐: 채택한 안과 결과가 다른 사람 · whose result differs from the adopted one',
  '',
  ...wrapped(`채택 사유: ${reason}`).map((line) => `    ${line}`),
];
