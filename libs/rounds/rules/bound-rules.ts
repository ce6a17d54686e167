import type { MessageParams } from '#contracts';
import type { CriteriaValues } from '../criteria/frozen-criteria.js';
import type { PersonFacts } from '../facts/person-facts.js';
import type { SeatFacts } from '../facts/seat-facts.js';
import type { OutcomeFinding, PlacementView } from './outcome/placement-view.js';
import { RULES } from './registry.js';
import type { Rule, WishCase } from './rule.js';

/** A rule that spoke, with what its text needs. */
export interface RuleHit {
  readonly code: string;
  readonly params: MessageParams;
}

export interface WishVerdict {
  /** Every rule that blocks, the first being the reason given; empty = eligible. */
  readonly blocks: readonly RuleHit[];
  readonly warns: readonly RuleHit[];
}

export interface Score {
  /** 0–65535 */
  readonly total: number;
  readonly parts: Readonly<Record<string, number>>;
}

const MAX_SCORE = 65_535;

/** All rules with the criteria of one round filled in. */
export class BoundRules {
  private readonly pool;
  private readonly wish;
  private readonly mustMove;
  private readonly score;
  private readonly outcome;

  /** @throws Error when a stored criterion does not have the shape its rule reads */
  constructor(values: CriteriaValues, rules: readonly Rule[] = RULES) {
    const value = ({ code, standard }: Rule): unknown => values[code] ?? standard;
    this.pool = rules.flatMap((rule) => (rule.kind === 'POOL' ? [{ code: rule.code, test: rule.bind(value(rule)) }] : []));
    this.wish = rules.flatMap((rule) => (rule.kind === 'WISH' ? [{ code: rule.code, test: rule.bind(value(rule)) }] : []));
    this.mustMove = rules.flatMap((rule) => (rule.kind === 'MUST_MOVE' ? [{ code: rule.code, test: rule.bind(value(rule)) }] : []));
    this.score = rules.flatMap((rule) => (rule.kind === 'SCORE' ? [{ code: rule.code, seatSpecific: rule.seatSpecific, points: rule.bind(value(rule)) }] : []));
    this.outcome = rules.flatMap((rule) => (rule.kind === 'OUTCOME' ? [{ code: rule.code, find: rule.bind(value(rule)) }] : []));
  }

  /** Why the person takes no part; null = takes part. */
  exclusion(person: PersonFacts): RuleHit | null {
    for (const { code, test } of this.pool) {
      const params = test(person);
      if (params !== null) return { code, params };
    }
    return null;
  }

  verdict(wish: WishCase): WishVerdict {
    const blocks: RuleHit[] = [];
    const warns: RuleHit[] = [];
    for (const { code, test } of this.wish) {
      const finding = test(wish);
      if (finding !== null) (finding.effect === 'BLOCKS' ? blocks : warns).push({ code, params: finding.params });
    }
    return { blocks, warns };
  }

  /** The first rule by which the person has to leave the post, and whether one only flags it. */
  mustLeave(person: PersonFacts, from: SeatFacts | null, fromFrozen: boolean): { forced: string | null; flagged: string | null } {
    let flagged: string | null = null;
    for (const { code, test } of this.mustMove) {
      const answer = test(person, from, fromFrozen);
      if (answer === 'FORCE') return { forced: code, flagged };
      if (answer === 'FLAG') flagged ??= code;
    }
    return { forced: null, flagged };
  }

  scoreOf(person: PersonFacts, seat: SeatFacts): Score {
    const parts: Record<string, number> = {};
    let total = 0;
    for (const { code, points } of this.score) {
      const earned = points(person, seat);
      if (earned === 0) continue;
      parts[code] = earned;
      total += earned;
    }
    return { total: Math.min(total, MAX_SCORE), parts };
  }

  /** The points that a person has at every post alike; `anySeat` is read by no such rule. */
  commonScore(person: PersonFacts, anySeat: SeatFacts): number {
    return this.score.reduce((total, { seatSpecific, points }) => (seatSpecific ? total : total + points(person, anySeat)), 0);
  }

  violations(view: PlacementView): readonly (OutcomeFinding & { readonly code: string })[] {
    return this.outcome.flatMap(({ code, find }) => find(view).map((finding) => ({ code, ...finding })));
  }
}
