import { MechanismRefused } from '../mechanisms/mechanism.js';
import { mechanismCodes } from '../mechanisms/registry.js';
import { solve } from '../solve.js';
import { randomInput } from '../testing/random-input.js';
import { built } from '../testing/run.js';
import { explain, type BetterWish, type ExplainOptions, type Explanation, type Language } from './explain.js';

/** Names of seats with every kind of ending, and their particles as a person would write them. */
const LABELS: readonly (readonly [name: string, topic: '은' | '는', object: '을' | '를', to: '으로' | '로'])[] = [
  ['기획예산과 예산', '은', '을', '으로'], ['행정지원과 인사', '는', '를', '로'], ['반포1동', '은', '을', '으로'], ['세무관리과 부과팀 지방소득세 관할', '은', '을', '로'],
  ['OK민원센터', '는', '를', '로'], ['전산과(SQL)', '는', '를', '로'], ['홍보담당관 SNS', '는', '를', '로'], ['의료지원과 검진 7', '은', '을', '로'], ['감사담당관', '은', '을', '으로'],
  ['도로과 시설 6', '은', '을', '으로'], ['푸른도시과 [정원]', '는', '를', '로'], ['물관리과 HR', '은', '을', '로'],
];
const english = (at: number): string => `Post ${'ABCDEFGHIJKL'[at]}`;
const at = (seat: string): number => Number(seat.slice(1)) - 1;
const options: ExplainOptions = {
  seatLabel: (seat, lang) => (lang === 'ko' ? LABELS[at(seat)]![0] : english(at(seat))),
  reasonText: (code, lang) => (lang === 'ko' ? { MINIMUM_TENURE: '필수보직기간 미충족', GRADE_BAND: '직급 요건 미충족', NOT_LISTED: '명단에 없음' }[code]! : `rule ${code.toLowerCase()}`),
  listLimit: 3,
};

const told: { mechanism: string; explanation: Explanation }[] = [];
for (const mechanism of mechanismCodes()) {
  for (let seed = 0; seed < 30; seed++) {
    const instance = built(randomInput({
      basis: (['scores', 'priority', 'lottery'] as const)[seed % 3]!, people: 70, seats: LABELS.length, mostPlaces: seed % 2 === 0 ? 9 : 3, mustMove: true, exclusions: seed % 2 === 0,
      scoreValues: [6, 90][seed % 2]!, newcomers: 0.25,
    }, seed));
    try {
      for (const explanation of explain(instance, solve(instance, mechanism, { seed }), options).values()) told.push({ mechanism, explanation });
    } catch (error) {
      if (!(error instanceof MechanismRefused)) throw error;
    }
  }
}

const labelOf = (seat: string, lang: Language): string => options.seatLabel!(seat, lang);
const withoutLabels = (text: string, lang: Language): string => LABELS.map((_, index) => labelOf(`s${index + 1}`, lang)).sort((a, b) => b.length - a.length).reduce((rest, label) => rest.replaceAll(label, '□'), text);
const numbersIn = (text: string): number[] => [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits)).sort((a, b) => a - b);

/** The part of the sentence about one wish. */
function clause(text: string, wish: BetterWish, position: number | null, lang: Language): string {
  const label = labelOf(wish.seat, lang);
  const head = lang === 'ko' ? `${position === null ? '현재 자리인' : `${position}지망`} ${label}` : position === null ? `Your present seat, ${label},` : `Wish ${position}, ${label},`;
  const parts = text.split(`${head}${lang === 'ko' ? '' : ' '}`);
  if (parts.length < 2) throw new Error(`nothing on ${head}: ${text}`);
  return withoutLabels(parts.slice(1).join('').split(/(?<=\.)(?: |$)/u)[0]!, lang);
}

/** Every number that may stand in the clause, and no other. */
function figures(wish: BetterWish, turn: number | undefined): number[] {
  const places = wish.places > 1 && /^(PEOPLE_AHEAD|KEPT_BY_INCUMBENTS|EARLIER_TURNS|TRADED|TURNS_AND_REQUESTS)$/.test(wish.reason) ? [wish.places] : [];
  const scores = wish.reason === 'PEOPLE_AHEAD' ? [wish.score, wish.cutoff] : wish.reason === 'TRADED' ? (wish.routes ?? []).flatMap(({ score, cutoff }) => [score, cutoff]) : [];
  const turns = wish.reason === 'EARLIER_TURNS' || wish.reason === 'TURNS_AND_REQUESTS' ? [turn, wish.lastTurn] : [];
  return [...places, ...scores, ...turns].flatMap((figure) => figure ?? []).sort((a, b) => a - b);
}

describe('the sentences', () => {
  it('carry exactly the figures of their facts, in both languages', () => {
    const wrong: string[] = [];
    for (const { explanation: { better, sentence, turn, got, rank } } of told) {
      better.forEach((wish, index) => {
        const position = got === null && rank === null && index === better.length - 1 && !sentence.ko.includes(`${index + 1}지망 `) ? null : index + 1;
        for (const lang of ['ko', 'en'] as const) {
          const text = clause(sentence[lang], wish, position, lang);
          if (JSON.stringify(numbersIn(text)) !== JSON.stringify(figures(wish, turn))) wrong.push(`${text} ${JSON.stringify(wish)}`);
        }
      });
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it('put the right particle behind every name', () => {
    const wrong = new Set<string>();
    const seen = new Set<string>();
    for (const { explanation: { sentence } } of told) {
      for (const [name, topic, object, to] of LABELS) {
        for (const part of sentence.ko.split(name).slice(1)) {
          const behind = /^(은|는|을|를|으로|로|이|가|과|와)(?= )/u.exec(part)?.[1];
          if (behind === undefined) continue;
          seen.add(`${name} ${behind}`);
          if (![topic, object, to].includes(behind as typeof topic)) wrong.add(`${name} ${behind}`);
        }
      }
    }
    expect([...wrong]).toEqual([]);
    for (const [name, topic, object, to] of LABELS) for (const particle of [topic, object, to]) expect(seen).toContain(`${name} ${particle}`);
  });

  it('are whole sentences in the polite form, with nothing left open', () => {
    const texts = told.flatMap(({ explanation: { sentence, strategy } }) => [sentence.ko, ...(strategy === undefined ? [] : [strategy.ko])]);
    for (const text of texts) {
      if (/undefined|null|NaN|\(\)|  /u.test(text)) throw new Error(text);
      for (const one of withoutLabels(text, 'ko').split(/(?<=\.) /u)) if (!/니다(?:\(.*\))?\.$/u.test(one)) throw new Error(text);
    }
    const inEnglish = told.flatMap(({ explanation: { sentence, strategy } }) => [sentence.en, ...(strategy === undefined ? [] : [strategy.en])]);
    for (const text of inEnglish) if (!/^[A-Z][^{}]*\.$/u.test(text) || /undefined|null|NaN|\(\)|  |[가-힣]/u.test(text)) throw new Error(text);
  });

  it('name a cut-off only where it is true', () => {
    for (const { mechanism, explanation: { sentence, better } } of told) {
      const cutOff = better.some(({ cutoff }) => cutoff !== null) || /배치된 분들의 최저점|lowest score placed(?! by its own)/u.test(sentence.ko + sentence.en);
      if (cutOff && !mechanism.startsWith('da')) throw new Error(`${mechanism}: ${sentence.ko}`);
      if (mechanism !== 'sd' && better.some(({ lastTurn }) => lastTurn !== undefined)) throw new Error(`${mechanism}: ${sentence.ko}`);
    }
  });
});
