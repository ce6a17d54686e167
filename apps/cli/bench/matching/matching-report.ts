import { table, verdicts, type Verdict } from '../report.js';
import type { MatchingFigures } from './matching-bench.js';
import type { Row, Stop } from './measured.js';
import { CONSTRAINED_RATIO, DISTRICT, DISTRICT_TARGETS, RANK_MIN_TARGET, RATIO_TARGETS, WHOLE_TARGET } from './plan.js';

const MILLION = 1_000_000;
const STOPPED: Readonly<Record<Stop, string>> = { time: '> limit', memory: '> memory', refused: 'refused', failed: 'failed', absent: 'absent' };

const timeOf = (rows: readonly Row[], mechanism: string, employees: number): number | null =>
  rows.find((row) => row.program === 'jari' && row.mechanism === mechanism && row.employees === employees)?.ms ?? null;

/** The targets for which there is a measurement. */
export const matchingVerdicts = ({ limit, ratio, whole, rows, constrained, agrees }: MatchingFigures): Verdict[] => {
  const all: Verdict[] = [];
  const atMost = (ko: string, en: string, value: number | null | undefined, target: number, unit: string): void => {
    if (value !== null && value !== undefined) all.push({ ko: `${ko} ${target}${unit} 이하`, en: `${en} at most ${target}${unit}`, found: `${Math.round(value * 100) / 100}${unit}`, met: value <= target });
  };
  if (agrees !== null) all.push({ ko: 'C 순환과 같은 배정', en: 'same assignment as the C loop', found: agrees ? '같음 yes' : '다름 NO', met: agrees });
  if (MILLION in limit) {
    for (const [mechanism, target] of Object.entries(RATIO_TARGETS)) atMost(mechanism, mechanism, ratio[mechanism], target, ' ×');
    atMost('전체 과정', 'whole process', whole.ratio, WHOLE_TARGET.ratio, ' ×');
  }
  if (rows.some(({ employees }) => employees === MILLION)) atMost('전체 과정 메모리', 'memory of the whole process', whole.peakMb, WHOLE_TARGET.peakMb, ' MB');
  atMost('rank-min 100,000', 'rank-min at 100,000', timeOf(rows, 'rank-min', RANK_MIN_TARGET.employees), RANK_MIN_TARGET.ms, ' ms');
  for (const [mechanism, target] of Object.entries(DISTRICT_TARGETS)) {
    atMost(`${mechanism} 1,500명`, `${mechanism} at 1,500`, timeOf(rows, mechanism, DISTRICT), target, ' ms');
  }
  for (const row of constrained) {
    atMost(`제약 배치(부부 ${row.couples}쌍), HiGHS 대비`, `constrained, ${row.couples} couples, to bare HiGHS`, row.ratio, CONSTRAINED_RATIO, ' ×');
    if (!row.holds) all.push({ ko: '제약 배치의 증명서', en: 'certificate of the constrained round', found: '어김 FAILS', met: false });
  }
  return all;
};

const milliseconds = (ms: number): string => (ms < 10 ? ms.toFixed(2) : ms < 100 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en-US'));

export const matchingReport = (figures: MatchingFigures): string => {
  const { rows, ratio, growth, whole, constrained } = figures;
  const sizes = [...new Set(rows.map(({ employees }) => employees))];
  const programs = [...new Map(rows.map((row) => [`${row.program} ${row.mechanism}`, row])).values()];
  const line = ({ program, mechanism }: Row): string[] => {
    const own = rows.filter((row) => row.program === program && row.mechanism === mechanism);
    const cells = sizes.map((size) => {
      const row = own.find(({ employees }) => employees === size);
      return row === undefined ? '–' : row.ms === null ? STOPPED[row.stopped ?? 'failed'] : milliseconds(row.ms);
    });
    const peak = Math.max(0, ...own.map(({ peakMb }) => peakMb ?? 0));
    const jari = program === 'jari';
    return [jari ? mechanism : `${program} (${mechanism})`, ...cells, peak === 0 ? '' : String(peak), (jari && growth[mechanism]?.toFixed(2)) || '', (jari && ratio[mechanism]?.toFixed(2)) || ''];
  };
  return [
    '',
    '  배치 엔진 · Placement engine (medians in milliseconds, instance in memory)',
    '',
    table([['', ...sizes.map((size) => size.toLocaleString('en-US')), 'peak MB', 'growth', '× limit'], ...programs.map(line)], [26, ...sizes.map(() => 13), 10, 9, 10]),
    '',
    `  CSV → da-star → 증명서 certificates → 설명 explanations: ${whole.ms} ms, ${whole.peakMb} MB${whole.ratio === null ? '' : `, ${whole.ratio} × limit`}`,
    ...constrained.map(({ couples, employees, ms, bareMs, gap }) => `  제약 배치 · constrained, ${employees} people, ${couples} couples: ${ms} ms, HiGHS ${bareMs} ms, gap ${gap ?? '–'}`),
    '',
    verdicts(matchingVerdicts(figures)),
    '',
  ].join('\n');
};
