import { idAt } from '../ids/id-table.js';
import { employeeCount, NOT_LISTED, type Instance } from '../instance/instance.js';
import type { SolveResult } from '../solve.js';
import { FactReader, type Facts } from './facts.js';
import { englishSentence, koreanSentence } from './sentences.js';

export type Language = 'ko' | 'en';

export interface BetterWish {
  readonly seat: string;
  /** `PEOPLE_AHEAD`, `KEPT_BY_INCUMBENTS`, `EARLIER_TURNS`, `TRADED`, `NO_EXCHANGE`, `NO_PLACES`, `DECIDED_OTHERWISE`, or the code of the rule that excluded the person. */
  readonly reason: string;
  readonly places: number;
  readonly score: number | null;
  /** Lowest score placed; null without scores, where nobody got in by score, and where fewer than 5 people did. */
  readonly cutoff: number | null;
  /** People among the seat's holders who come before this person. */
  readonly ahead: number;
  readonly lottery: boolean;
}

export interface Explanation {
  readonly got: string | null;
  /** 1 = first wish; null = the own seat without having listed it, or no seat. */
  readonly rank: number | null;
  readonly sentence: Readonly<Record<Language, string>>;
  /** The wishes liked better than `got`, best first. */
  readonly better: readonly BetterWish[];
}

export interface ExplainOptions {
  /** How people call a seat; its id without this. */
  readonly seatLabel?: (seatId: string, lang: Language) => string;
  /** The rule behind a reason code, as a phrase ("필수보직기간 미충족"); the code itself without this. */
  readonly reasonText?: (code: string, lang: Language) => string;
}

const NOT_LISTED_TEXT = { ko: '우선순위 명단에 없음', en: 'not on the priority list' } as const;

/** What can be told to each person about an assignment. `result` may also be a stored or hand-changed assignment. */
export class Explainer {
  private readonly reader: FactReader;

  constructor(private readonly instance: Instance, result: Pick<SolveResult, 'assignment' | 'mechanism' | 'seed'>, private readonly options: ExplainOptions = {}) {
    this.reader = new FactReader(instance, result);
  }

  /** The bare facts, seats as numbers: for tables of a million rows. */
  facts(person: number): Facts {
    return this.reader.of(person);
  }

  of(person: number): Explanation {
    const { seats } = this.instance;
    const facts = this.reader.of(person);
    return {
      got: facts.seat < 0 ? null : idAt(seats, facts.seat),
      rank: facts.rank,
      sentence: this.sentence(facts),
      better: facts.missed.map(({ seat, reason, places, score, cutoff, ahead, lottery }) => (
        { seat: idAt(seats, seat), reason, places, score, cutoff, ahead, lottery })),
    };
  }

  sentence(facts: Facts): Record<Language, string> {
    return { ko: koreanSentence(facts, this.words('ko')), en: englishSentence(facts, this.words('en')) };
  }

  private words(lang: Language) {
    const { seatLabel, reasonText } = this.options;
    return {
      seat: (seat: number): string => {
        const id = idAt(this.instance.seats, seat);
        return seatLabel?.(id, lang) ?? id;
      },
      reason: (code: string): string => reasonText?.(code, lang) ?? (code === NOT_LISTED ? NOT_LISTED_TEXT[lang] : code),
    };
  }
}

/** Everybody's explanation by employee id. */
export function explain(instance: Instance, result: Pick<SolveResult, 'assignment' | 'mechanism' | 'seed'>, options: ExplainOptions = {}): Map<string, Explanation> {
  const explainer = new Explainer(instance, result, options);
  const all = new Map<string, Explanation>();
  for (let person = 0; person < employeeCount(instance); person++) all.set(idAt(instance.employees, person), explainer.of(person));
  return all;
}
