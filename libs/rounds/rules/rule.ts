import type { Fault, MessageParams } from '#contracts';
import type { Shape, ShapeDescription } from '../criteria/shape.js';
import type { PersonFacts } from '../facts/person-facts.js';
import type { SeatFacts } from '../facts/seat-facts.js';
import type { OutcomeFinding, PlacementView } from './outcome/placement-view.js';

/** One wish as the rules see it. */
export interface WishCase {
  readonly person: PersonFacts;
  /** The post held; null without one, or when it is no seat of the round. */
  readonly from: SeatFacts | null;
  readonly fromFrozen: boolean;
  /** The post wished for; null when it is no seat of the round. */
  readonly seat: SeatFacts | null;
  readonly seatFrozen: boolean;
}

export interface WishFinding {
  readonly effect: 'BLOCKS' | 'WARNS';
  readonly params: MessageParams;
}

/** A rule with its criterion: the data it reads, the value it has until HR decides otherwise. Texts: `rule.CODE.{title,text,basis}`. */
interface RuleBase {
  readonly code: string;
  readonly standard: unknown;
  readonly describe: ShapeDescription;
  check(value: unknown, path: string): readonly Fault[];
}

/** Who does not take part: parameters of the explanation, or null when the rule lets the person in. */
export interface PoolRule extends RuleBase {
  readonly kind: 'POOL';
  bind(value: unknown): (person: PersonFacts) => MessageParams | null;
}

export interface WishRule extends RuleBase {
  readonly kind: 'WISH';
  bind(value: unknown): (wish: WishCase) => WishFinding | null;
}

/** Who has to leave the present post: FORCE takes the post into the round, FLAG only shows it. */
export interface MustMoveRule extends RuleBase {
  readonly kind: 'MUST_MOVE';
  bind(value: unknown): (person: PersonFacts, from: SeatFacts | null, fromFrozen: boolean) => 'FORCE' | 'FLAG' | null;
}

/** Points towards the order in which a post takes people; never negative. */
export interface ScoreRule extends RuleBase {
  readonly kind: 'SCORE';
  /** Whether the points differ from post to post; the others serve one common order of people as well. */
  readonly seatSpecific: boolean;
  bind(value: unknown): (person: PersonFacts, seat: SeatFacts) => number;
}

/** What a finished placement must be looked at for. */
export interface OutcomeRule extends RuleBase {
  readonly kind: 'OUTCOME';
  bind(value: unknown): (view: PlacementView) => readonly OutcomeFinding[];
}

/** Data that other parts of the room read. */
export interface SettingRule extends RuleBase {
  readonly kind: 'SETTING';
}

export type Rule = PoolRule | WishRule | MustMoveRule | ScoreRule | OutcomeRule | SettingRule;

interface Definition<V, F> {
  readonly code: string;
  readonly shape: Shape<V>;
  readonly standard: NoInfer<V>;
  readonly apply: (value: V) => F;
}

const read = <V>(shape: Shape<V>, value: unknown, code: string): V => {
  const faults: Fault[] = [];
  const typed = shape.read(value, code, faults);
  if (faults.length > 0) throw new Error(`The criterion ${code} was stored with a value of the wrong shape`);
  return typed;
};

const base = <V>({ code, shape, standard }: Pick<Definition<V, unknown>, 'code' | 'shape' | 'standard'>) => ({
  code,
  standard,
  describe: shape.describe,
  check(value: unknown, path: string): readonly Fault[] {
    const faults: Fault[] = [];
    shape.read(value, path, faults);
    return faults;
  },
});

type Bound<R extends { bind(value: unknown): unknown }> = ReturnType<R['bind']>;

export const poolRule = <V>(definition: Definition<V, Bound<PoolRule>>): PoolRule => ({
  kind: 'POOL', ...base(definition), bind: (value) => definition.apply(read(definition.shape, value, definition.code)),
});
export const wishRule = <V>(definition: Definition<V, Bound<WishRule>>): WishRule => ({
  kind: 'WISH', ...base(definition), bind: (value) => definition.apply(read(definition.shape, value, definition.code)),
});
export const mustMoveRule = <V>(definition: Definition<V, Bound<MustMoveRule>>): MustMoveRule => ({
  kind: 'MUST_MOVE', ...base(definition), bind: (value) => definition.apply(read(definition.shape, value, definition.code)),
});
export const scoreRule = <V>(definition: Definition<V, Bound<ScoreRule>> & { readonly seatSpecific?: true }): ScoreRule => ({
  kind: 'SCORE', seatSpecific: definition.seatSpecific === true, ...base(definition), bind: (value) => definition.apply(read(definition.shape, value, definition.code)),
});
export const outcomeRule = <V>(definition: Definition<V, Bound<OutcomeRule>>): OutcomeRule => ({
  kind: 'OUTCOME', ...base(definition), bind: (value) => definition.apply(read(definition.shape, value, definition.code)),
});

/** A criterion without a rule of its own, with a typed reader. */
export const setting = <V>(definition: Omit<Definition<V, never>, 'apply'>): SettingRule & { readonly standard: V; of(value: unknown): V } => ({
  kind: 'SETTING', ...base(definition), of: (value) => read(definition.shape, value, definition.code),
});
