import { barChart, percent, type BarRow } from '../terminal/bar-chart.js';
import type { StageTime } from '../terminal/progress.js';
import { padEnd, padStart } from '../terminal/width.js';
import { ARMY_2019, GWANGJU_2019, MINISTRY_2006 } from './precedents.js';
import type { Summary } from './summary.js';

/** Beyond `summary.json`, for the picture. */
export interface SummaryFacts {
  readonly mutual: number;
  readonly staffRequests: number;
  readonly preparationItems: number;
  readonly factsConfirmed: number;
  readonly signIns: number;
  readonly violations: { readonly found: number; readonly resolved: number; readonly accepted: number };
  readonly earlyMoves: number;
  /** The table of all scenarios, line by line. */
  readonly scenarios: readonly string[];
  /** Both ballots, line by line. */
  readonly ballots: readonly string[];
  readonly audit: { readonly rows: number; readonly intact: boolean } | null;
  readonly searched: { readonly rows: number; readonly megabytes: number; readonly secrets: number } | null;
  readonly times: readonly StageTime[];
  readonly files: readonly string[];
  readonly place: string;
}

const CHART = { width: 34, labelWidth: 26 } as const;
const LINE = '─'.repeat(88);
const ORDINALS = ['1st', '2nd', '3rd', '4th', '5th'] as const;
const number = (value: number): string => value.toLocaleString('en-US');
const section = (ko: string, en: string): string[] => ['', `  ${ko} · ${en}`, ''];

const row = (label: string, people: number, of: number): BarRow => ({ label, value: of === 0 ? 0 : people / of, note: `${padStart(number(people), 4)}명  ${padStart(percent(people, of), 7)}` });
const published = (label: string, share: number): BarRow => ({ label, value: share, note: `${padStart('', 4)}    ${padStart(`${Math.round(share * 100)} %`, 7)}` });
const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

/** The chart: of everybody who moved, by the wish that was granted, beside what earlier rounds published. */
const rankChart = ({ round: { placed, outOfWish, byRank } }: Summary): string[] => {
  const movers = placed + outOfWish;
  const groups = ORDINALS.map((ordinal, index): BarRow[] => {
    const old = MINISTRY_2006.byRank[index];
    return [
      row(`${index + 1}지망 ${ordinal}   이번 2027`, byRank[index] ?? 0, movers),
      ...(typeof old === 'number' ? [row('2006', old, MINISTRY_2006.people)] : []),
      ...(index === 0 ? [published('2019 미 육군 US Army', ARMY_2019.firstShare)] : []),
    ];
  });
  const three = byRank.slice(0, 3).reduce((sum, people) => sum + people, 0);
  const oldThree = MINISTRY_2006.byRank.reduce<number>((sum, people) => sum + (people ?? 0), 0);
  groups.push(
    [row('1~3지망 top 3   이번 2027', three, movers), row('2006', oldThree, MINISTRY_2006.people), published('2019 미 육군 US Army', ARMY_2019.firstThreeShare)],
    [row('희망 외 other   이번 2027', outOfWish, movers), row('2006', MINISTRY_2006.none ?? 0, MINISTRY_2006.people)],
  );
  return groups.flatMap((rows) => [...indent(barChart(rows, { ...CHART, scale: 1 })), '']);
};

const mutualChart = ({ round: { placed, outOfWish } }: Summary, { mutual }: SummaryFacts): string[] =>
  indent(barChart([
    row('이번 2027', mutual, placed + outOfWish),
    row('2006', MINISTRY_2006.mutual ?? 0, MINISTRY_2006.people),
    row('2019 광주 Gwangju', GWANGJU_2019.mutual ?? 0, GWANGJU_2019.people),
  ], { ...CHART, scale: 1 }));

const table = (rows: readonly (readonly [string, string])[]): string[] => rows.map(([label, value]) => `    ${padEnd(label, 52)} ${value}`);

const outcomes = ({ round }: Summary): string[] =>
  indent(barChart([
    { label: '희망 배치 placed', value: round.placed, note: `${number(round.placed)}명` },
    { label: '현 보직 유지 stayed', value: round.stayed, note: `${number(round.stayed)}명` },
    { label: '희망 외 배치 out of wish', value: round.outOfWish, note: `${number(round.outOfWish)}명` },
    { label: '미배치 unmet', value: round.unmet, note: `${number(round.unmet)}명` },
    { label: '대상 제외 excluded', value: round.excluded, note: `${number(round.excluded)}명` },
  ], CHART));

const SLOWEST = 5;

/** The summary as a person reads it in a terminal of 100 columns. */
export const renderSummary = (summary: Summary, facts: SummaryFacts): string => {
  const { wishes, round, orders, satisfaction, grievances } = summary;
  const total = facts.times.reduce((sum, { seconds }) => sum + seconds, 0);
  const slowest = [...facts.times].sort((a, b) => b.seconds - a.seconds).slice(0, SLOWEST);
  const lines = [
    '', `  ${LINE}`,
    '  자리 · Jari — 2027년 상반기 정기인사 한 철 · one whole personnel season',
    '  가상 데이터 · invented people, invented district', `  ${LINE}`,
    ...section('참여', 'Taking part'),
    ...table([
      ['희망 목록 · wish lists', `${number(wishes.employees)}명, 제출 filed ${number(wishes.filed)}`],
      ['준비작업과 일상 확인 · preparation, check-ins', `${number(facts.preparationItems)}건, ${number(wishes.checkIns)}회`],
      ['부서장 내신 · requests by heads', `${number(facts.staffRequests)}건`],
      ['본인 사실 확인 · own facts confirmed', `${number(facts.factsConfirmed)}명`],
    ]),
    ...section('결과', 'Outcome'),
    ...outcomes(summary), '',
    ...table([
      ['인사 대상 · in the snapshot', `${number(round.participants)}명`],
      ['통폐합 동 직원 · displaced staff placed', `${round.displaced.placed} / ${round.displaced.people}명`],
      ['희망 반영률 · satisfaction (1지망 first)', `${(satisfaction.rate * 100).toFixed(1)} % (${(satisfaction.firstChoiceRate * 100).toFixed(1)} %)`],
    ]),
    ...section('희망 순위별 배치(이동자 중)', 'Placed by wish rank, of those who moved'),
    ...rankChart(summary),
    ...section('희망과 내신이 일치한 배치(이동자 중)', "Mutual with the head's request, of those who moved"),
    ...mutualChart(summary, facts),
    ...section('배치안 비교', 'Scenarios side by side'),
    ...facts.scenarios,
    ...section('부서장 선출 투표', 'Appointment ballots'),
    ...facts.ballots,
    ...section('검토와 발령', 'Review and orders'),
    ...table([
      ['조정(다른 담당자 승인) · overrides, second approval', `${round.overrides}건`],
      ['점검 사항 · findings: 해소 resolved, 수용 accepted', `${facts.violations.found}건: ${facts.violations.resolved}, ${facts.violations.accepted}`],
      ['필수보직기간 예외 · early moves', `${facts.earlyMoves}건`],
      ['발령 · orders issued (투표에 따른 임용 by ballot)', `${number(orders.issued)}건 (${orders.planned})`],
      ['고충 · grievances opened, answered', `${grievances.opened}건, ${grievances.answered}건`],
      ...(facts.audit === null ? [] : [['감사 기록 · audit log', `${number(facts.audit.rows)}행, ${facts.audit.intact ? '온전함 intact' : '손상 broken'}`] as const]),
      ...(facts.searched === null ? [] : [['투표 내용 검색 · search for choices', `${number(facts.searched.rows)}행 ${facts.searched.megabytes} MB: 0건 found`] as const]),
    ]),
    ...section('소요 시간', `Time, ${total.toFixed(1)} s in all, ${number(facts.signIns)} sign-ins`),
    ...indent(barChart(slowest.map(({ title, seconds }) => ({ label: title.ko, value: seconds, note: `${seconds.toFixed(1)} s` })), { width: CHART.width, labelWidth: 34 })),
    '', `  ${LINE}`,
    `  방식 mechanism ${round.mechanism}   씨앗 seed ${round.seed}`,
    `  해시 hash      ${round.hash}`,
    ...facts.files.map((file, index) => `  ${index === 0 ? '파일 files    ' : '              '} ${file}`),
    `  데이터 data    ${facts.place}`,
    '',
  ];
  return lines.join('\n').replace(/\n{3,}/g, '\n\n');
};

