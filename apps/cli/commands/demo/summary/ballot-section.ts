import { pairwiseTotals, type Board } from '#ballot-box';
import { countedBoard, type Election } from '../ballots/election.js';
import { barChart, percent, type BarRow } from '../terminal/bar-chart.js';
import { clip, padEnd } from '../terminal/width.js';
import { ballotFigures } from './ballot-figures.js';

const CHART = { width: 34, labelWidth: 26, scale: 1 } as const;
const LABEL = 30;
const SENTENCE_WIDTH = 92;

const METHODS: Readonly<Record<string, string>> = { schulze: '순위 투표(슐체) · ranking (Schulze)', plurality: '한 사람 고르기(다수결) · one choice (plurality)' };

const line = (label: string, value: string): string => `    ${padEnd(label, LABEL)} ${value}`;

const bar = (label: string, votes: number, of: number): BarRow => ({ label: clip(label, CHART.labelWidth), value: of === 0 ? 0 : votes / of, note: `${votes} / ${of}  ${percent(votes, of)}` });

/** In a plain vote each option's votes; in a ranking how many put the one chosen before each other option. */
const resultRows = ({ spec, result }: Board): readonly BarRow[] => {
  const counted = result?.counted ?? 0;
  const totals = result?.totals ?? [];
  if (spec.kind === 'plurality') return spec.options.map(({ name }, at) => bar(name.ko, totals[at] ?? 0, counted));
  const { options, before } = pairwiseTotals(spec.kind, spec.options.length, counted, totals);
  const winner = Math.max(0, spec.options.findIndex(({ id }) => id === (result?.winners[0] ?? '')));
  return spec.options.flatMap(({ name }, at) => (at === winner ? [] : [bar(`${spec.options[winner]?.name.ko ?? ''} > ${name.ko}`, before[winner * options + at] ?? 0, counted)]));
};

const wrapped = (text: string): string[] => {
  const lines: string[] = [];
  for (let rest = text; rest !== '';) {
    const part = clip(rest, SENTENCE_WIDTH);
    lines.push(`      ${part}`);
    rest = rest.slice(part.length).trimStart();
  }
  return lines;
};

const decisionOf = ({ decision, opened, plan }: Election, { spec }: Board): string[] => {
  if (decision === null) return [];
  const name = spec.options[opened?.options.get(decision.appointed) ?? -1]?.name.ko ?? '';
  const kind = decision.kind === 'COUNTERSIGNED' ? '결과대로 서명 · countersigned' : '결과와 다르게 결정 · departed from the result';
  return [
    line('구청장 결정 · mayor', kind), line('임용 · appointed', `${name}, 정기인사 발령에 반영 · planned into the round's orders`),
    ...(decision.reason === null ? [] : [line('공개된 사유 · published reason', ''), ...wrapped(decision.reason)]),
    line('전임 과장 · predecessor', `${plan.incumbent.name}, 비게 되는 자리로 이동 · takes the post vacated`),
  ];
};

const sectionOf = (election: Election): string[] => {
  const board = countedBoard(election);
  const { spec, endorsements, shares, specSignatures } = board;
  const { position, eligible, cast, revisions, rejected, method, outcome, winner, electionId } = ballotFigures(election);
  return [
    `  ■ ${position} · ${METHODS[method] ?? method}`,
    ...barChart([bar('투표율 turnout', cast, eligible)], CHART).map((one) => `  ${one}`),
    line('준비 · set-up', `추천 ${election.nominated} · 후보 ${spec.options.length - 1} · 기각된 이의 ${election.objections} · 서명한 관리인 ${specSignatures.length}/${spec.n} · 자격 ${spec.rollSize}`),
    line('', 'nominated, standing, objections dismissed, signed, credentials'),
    line('표 · votes', `${cast}명 · 다시 투표 ${revisions} · 공개 거절 ${rejected} · 접수 거부 ${election.turnedAway}`),
    line('', 'voters, votes cast again, rejected in public, turned away'),
    line('검산과 개표 · count', `${endorsements.length}명 확인 endorsed (필요 ${spec.e}), ${shares.length}명 개표 opened (필요 ${spec.k})`),
    line('결과 · result', `${outcome}: ${winner ?? '적임자 없음 · none of the above'}`),
    ...barChart(resultRows(board), CHART).map((one) => `  ${one}`),
    ...decisionOf(election, board),
    line('선거 번호 · election', electionId),
    '',
  ];
};

/** Both ballots as a person reads them, in 100 columns. */
export const ballotSection = (elections: readonly Election[]): readonly string[] => elections.length === 0 ? [] : [
  '    가상 데이터. 관리인 5명과 감사 부서는 이 시연이 스스로 돌리는 별도의 프로세스이며, 열쇠도',
  '    따로 둡니다. 실제 투표에서는 서로 다른 사람이 각자의 컴퓨터에서 합니다.',
  '    Invented data. The demo runs its own five trustees and its own audit office, as separate',
  '    processes with keys of their own; in a real ballot they are different people on',
  '    machines of their own.',
  '',
  ...elections.flatMap(sectionOf),
  '    다시 세어 보기 · recount it yourself:',
  `    npm run -s jari -- ballot verify var/demo/boards/${elections[0]?.plan.position}.json \\`,
  `      --receipts var/demo/receipts/${elections[0]?.plan.position}`,
];
