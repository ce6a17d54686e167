import { table, verdicts, type Verdict } from '../report.js';
import type { BallotFigures } from './ballots-bench.js';
import type { BoothFigures } from './booth-bench.js';

type AllFigures = BallotFigures & { readonly booth: BoothFigures };

const INTAKE = 0.5;
const BATCH = 3;
const THREADS = 1.7;
const BOOTH_MS = 150;
/** Linear growth, with room for what a process costs before its first ballot. */
const STEEPEST = 1.15;

/** Time of the largest board against that of the smallest, for each ballot. */
const steepness = ({ growth }: BallotFigures): number => {
  const [first, last] = [growth[0], growth.at(-1)];
  return first === undefined || last === undefined ? Infinity : Math.round((last.ms / last.ballots / (first.ms / first.ballots)) * 100) / 100;
};

/** None without Chromium; the table says so then. */
const boothVerdict = ({ chromiumMs }: BoothFigures): Verdict[] =>
  (chromiumMs === null ? [] : [{ ko: '기표소 암호화 150 ms 미만', en: 'encryption in the booth under 150 ms', found: `${chromiumMs} ms`, met: chromiumMs < BOOTH_MS }]);

export const ballotsVerdicts = (figures: AllFigures): Verdict[] => [
  ...boothVerdict(figures.booth),
  { ko: '접수가 최소 처리기의 절반 이상', en: 'intake at least half of the bare throughput', found: `${figures.intake.ratio}×`, met: figures.intake.ratio >= INTAKE },
  { ko: '접수증의 유실 없음', en: 'no receipt without its row', found: `${figures.intake.lost} / ${figures.intake.receipts}`, met: figures.intake.lost === 0 },
  { ko: '묶음 검증이 하나씩 검증의 3배 이상', en: 'batched proofs at least 3 times one by one', found: `${figures.batch.speedup}×`, met: figures.batch.speedup >= BATCH },
  { ko: '스레드 둘이 하나의 1.7배 이상', en: 'two threads at least 1.7 times one', found: `${figures.threads.speedup}×`, met: figures.threads.speedup >= THREADS },
  { ko: '마감에서 결과까지 검증 e + 1번의 시간 이하', en: 'close to result within e + 1 verifications', found: `${figures.close.ratio}×`, met: figures.close.ratio <= figures.close.endorsers + 1 },
  { ko: '개표판이 커져도 투표지당 시간이 늘지 않음', en: 'time for each ballot does not grow with the board', found: `${steepness(figures)}×`, met: steepness(figures) <= STEEPEST },
];

export const ballotsReport = (figures: AllFigures): string => {
  const { booth, intake, encrypt, batch, threads, close, growth } = figures;
  return [
    '',
    '  투표지의 접수 · From HTTP to the receipt (casts a second)',
    '',
    table([
      ['', 'rps', 'p95 ms'],
      ['최소 처리기 · bare', String(intake.bare.rps), String(intake.bare.p95)],
      ['자리 · Jari', String(intake.jari.rps), String(intake.jari.p95)],
      ...(intake.pgbench === null ? [] : [['pgbench', String(intake.pgbench), '']]),
    ], [60, 12, 12]),
    '',
    '  투표지의 증명과 개표판 · Proofs and boards (six options, strict ranking; milliseconds)',
    '',
    table([
      ['', '', ''],
      ['기표소 암호화 · encrypt in the booth', String(booth.chromiumMs ?? '—'), booth.chromiumMs === null ? 'no Chromium' : `cold ${booth.coldMs}`],
      ['암호화 · encrypt one ballot', String(encrypt.ms), `${encrypt.bytes} B`],
      ['검증, 하나씩 · verify one by one, each', String(batch.oneByOneMs), ''],
      ['검증, 묶음 · verify in batches, each', String(batch.batchedMs), ''],
      [`스레드 하나 · one thread (${threads.ballots})`, String(threads.oneMs), ''],
      [`스레드 둘 · two threads (${threads.ballots})`, String(threads.twoMs), ''],
      [`개표판 검증 · verify a board (${close.ballots})`, String(close.verifyMs), ''],
      [`마감에서 결과까지 · close to result (${close.endorsers} endorsers)`, String(close.closeMs), ''],
    ], [60, 12, 12]),
    '',
    table([
      ['개표판 크기 · ballots on the board', 'ms', 'MB peak', 'MB file'],
      ...growth.map(({ ballots, ms, peakMb, fileMb }) => [String(ballots), String(ms), String(peakMb), String(fileMb)]),
    ], [60, 12, 12, 12]),
    '',
    verdicts(ballotsVerdicts(figures)),
    '',
  ].join('\n');
};
