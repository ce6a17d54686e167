import { idAt } from '../ids/id-table.js';
import { employeeCount, NOT_LISTED, type Instance } from '../instance/instance.js';
import { mechanismOf } from '../mechanisms/registry.js';
import { englishOrigin, englishSentence, englishStrategy } from './english.js';
import { FactReader } from './fact-reader.js';
import type { Facts, FactsInShort, MissedWish, StrategyCode } from './facts.js';
import { koreanOrigin, koreanSentence, koreanStrategy } from './korean.js';
import type { ListLimit } from './strategy.js';
import type { Explained } from './trades.js';
import { aim, type Words } from './words.js';

export type Language = 'ko' | 'en';
export type Told = Readonly<Record<Language, string>>;

export interface BetterWish {
  readonly seat: string;
  /**
   * `PEOPLE_AHEAD`, `KEPT_BY_INCUMBENTS`, `EARLIER_TURNS`, `TRADED`, `TURNS_AND_REQUESTS`, `NO_EXCHANGE`, `HOLDERS_ONLY`,
   * `NOBODY_TO_EXCHANGE_WITH`, `NOBODY_LEFT`, `OBJECTIVE`, `NO_PLACES`, `DECIDED_OTHERWISE`, or the code of the rule that excluded the person.
   */
  readonly reason: string;
  readonly places: number;
  readonly score: number | null;
  /** Lowest score placed; null without scores, where nobody got in by score, and where fewer than 5 people did. */
  readonly cutoff: number | null;
  /** People among the seat's holders who come before this person; null where it would tell how few others stand. */
  readonly ahead: number | null;
  readonly lottery: boolean;
  /** Serial dictatorship: the turn that got the last place, where at least 5 people got in. */
  readonly lastTurn?: number;
  /** Top trading cycles: pairwise cut-offs that at least 5 people passed, by seats where the person has a score. */
  readonly routes?: readonly { readonly through: string; readonly score: number; readonly cutoff: number }[];
}

export interface Explanation {
  readonly got: string | null;
  /** 1 = first wish; null = the own seat without having listed it, or no seat. */
  readonly rank: number | null;
  readonly sentence: Told;
  /** The wishes liked better than `got`, best first. */
  readonly better: readonly BetterWish[];
  /** The own turn, where people take turns. */
  readonly turn?: number;
  /** The place passed on for `got`, and the seats of the cycle (length null = withheld; more than 30 are counted only). */
  readonly trade?: { readonly gave: string; readonly length: number | null; readonly cycle: readonly string[] | null };
  /** What is certain about other wish lists; absent where nothing is. */
  readonly strategy?: { readonly code: StrategyCode } & Told;
}

export interface ExplainOptions extends ListLimit {
  /** How people call a seat; its id without this. */
  readonly seatLabel?: (seatId: string, lang: Language) => string;
  /** The rule behind a reason code, as a phrase ("필수보직기간 미충족"); the code itself without this. */
  readonly reasonText?: (code: string, lang: Language) => string;
}

const NOT_LISTED_TEXT = { ko: '우선순위 명단에 없음', en: 'not on the priority list' } as const;

/**
 * What can be told to each person about an assignment. `result` may also be a stored or hand-changed assignment; then say
 * so (`changedByHand`).
 */
export class Explainer {
  private readonly reader: FactReader;
  private readonly words: Readonly<Record<Language, Words>>;

  constructor(private readonly instance: Instance, result: Explained, private readonly options: ExplainOptions = {}) {
    this.reader = new FactReader(instance, result, options);
    const { objective } = mechanismOf(result.mechanism);
    this.words = { ko: this.wordsIn('ko', objective?.ko), en: this.wordsIn('en', objective?.en) };
  }

  /** The outcome and the best wish missed, seats as numbers: for tables of a million rows. */
  inShort(person: number): FactsInShort {
    return this.reader.inShort(person);
  }

  /** The bare facts, seats as numbers. */
  facts(person: number): Facts {
    return this.reader.of(person);
  }

  of(person: number): Explanation {
    const facts = this.reader.of(person);
    const { trade, turn, strategy } = facts;
    return {
      got: facts.seat < 0 ? null : this.seat(facts.seat),
      rank: facts.rank,
      sentence: this.sentence(facts),
      better: facts.missed.map((wish) => this.better(wish)),
      ...(turn === null ? {} : { turn }),
      ...(trade === null ? {} : { trade: { gave: this.seat(trade.gave), length: trade.length, cycle: trade.cycle?.map((seat) => this.seat(seat)) ?? null } }),
      ...(strategy === null ? {} : { strategy: { code: strategy, ko: koreanStrategy(strategy, this.words.ko), en: englishStrategy(strategy, this.words.en) } }),
    };
  }

  sentence(facts: Facts): Record<Language, string> {
    return { ko: koreanSentence(facts, this.words.ko), en: englishSentence(facts, this.words.en) };
  }

  /** What an outcome alone does not say: how the seat was come by, and what the whole placement was made for. */
  notes(facts: Facts): Told[] {
    const ko = [...koreanOrigin(facts, this.words.ko), ...aim(facts, this.words.ko)];
    const en = [...englishOrigin(facts, this.words.en), ...aim(facts, this.words.en)];
    return ko.map((text, at) => ({ ko: text, en: en[at]! }));
  }

  private better({ seat, reason, places, score, cutoff, ahead, lottery, lastTurn, routes }: MissedWish): BetterWish {
    return {
      seat: this.seat(seat), reason, places, score, cutoff, ahead, lottery,
      ...(lastTurn === null ? {} : { lastTurn }),
      ...(routes.length === 0 ? {} : { routes: routes.map(({ through, ...figures }) => ({ through: this.seat(through), ...figures })) }),
    };
  }

  private seat(seat: number): string {
    return idAt(this.instance.seats, seat);
  }

  private wordsIn(lang: Language, objective: string | undefined): Words {
    const { seatLabel, reasonText, listLimit } = this.options;
    return {
      seat: (seat) => seatLabel?.(this.seat(seat), lang) ?? this.seat(seat),
      reason: (code) => reasonText?.(code, lang) ?? (code === NOT_LISTED ? NOT_LISTED_TEXT[lang] : code),
      objective: objective ?? null, listLimit: listLimit ?? null,
    };
  }
}

/** Everybody's explanation by employee id. */
export function explain(instance: Instance, result: Explained, options: ExplainOptions = {}): Map<string, Explanation> {
  const explainer = new Explainer(instance, result, options);
  const all = new Map<string, Explanation>();
  for (let person = 0; person < employeeCount(instance); person++) all.set(idAt(instance.employees, person), explainer.of(person));
  return all;
}
