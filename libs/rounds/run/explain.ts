import { Explainer, type BetterWish } from '#matching';
import type { Bilingual } from '#contracts';
import { bilingual } from '#platform';
import { seatLabel } from '../facts/seat-facts.js';
import type { RuleHit } from '../rules/bound-rules.js';
import type { CompiledPerson, CompiledRound, CompiledWish } from './compile.js';
import type { SolvedPhase } from './phase.js';
import type { PlacedRound, Placement } from './place.js';

export interface RuleText {
  readonly code: string;
  readonly text: Bilingual;
}

export interface WishExplanation {
  readonly choiceRank: number;
  readonly seatCode: string;
  readonly seat: Bilingual;
  /** NOT_NEEDED: a better wish was granted. */
  readonly standing: 'OBTAINED' | 'NOT_REACHED' | 'INELIGIBLE' | 'NOT_NEEDED';
  readonly text: Bilingual;
  readonly warnings: readonly RuleText[];
  readonly places: number | null;
  readonly score: number | null;
  /** Lowest score that got in; null when fewer than five people did (it would tell a colleague's score). */
  readonly cutoff: number | null;
  readonly ahead: number | null;
  readonly lottery: boolean;
}

export interface PersonExplanation {
  readonly sentence: Bilingual;
  readonly wishes: readonly WishExplanation[];
}

export const ruleText = ({ code, params }: RuleHit): RuleText => ({ code, text: bilingual(`rule.${code}.text`, params) });

const labelOf = (round: CompiledRound, code: string): Bilingual => {
  const seat = round.seats.get(code)?.facts;
  return seat === undefined ? { ko: code, en: code } : seatLabel(seat);
};

const inBoth = (key: string, params: Record<string, string | number>, seat: Bilingual): Bilingual =>
  bilingual(key, params, { ko: { seat: seat.ko }, en: { seat: seat.en } });

/** Why somebody needed a place; LOST_POST: a mechanism without the right to stay gave the post to somebody else. */
const CAUSES: Readonly<Record<string, string>> = { DISPLACED: 'DISPLACED', NO_POST: 'NO_POST', LOST_POST: 'LOST_POST' };

const sentenceOf = (round: CompiledRound, placed: PlacedRound, person: CompiledPerson, placement: Placement): Bilingual => {
  const { seatCode, rank, outcome } = placement;
  const { facts, exclusion, mustMove } = person;
  if (outcome === 'EXCLUDED' && exclusion !== null) {
    const { text } = ruleText(exclusion);
    return bilingual('outcome.EXCLUDED', {}, { ko: { reason: text.ko }, en: { reason: text.en } });
  }
  const label = seatCode === null ? { ko: '', en: '' } : labelOf(round, seatCode);
  if (outcome === 'PLACED') return inBoth('outcome.PLACED', { rank: rank ?? 0 }, label);
  if (outcome === 'OUT_OF_WISH') return inBoth(`outcome.OUT_OF_WISH.${CAUSES[mustMove ?? 'LOST_POST'] ?? 'LONG_TENURE'}`, {}, label);
  if (outcome === 'STAYED') {
    const key = placed.released.includes(facts.employeeNumber) ? 'outcome.STAYED.RELEASED' : person.wishes.length === 0 ? 'outcome.STAYED.NO_WISH' : 'outcome.STAYED';
    return inBoth(key, {}, label);
  }
  return bilingual('outcome.UNMET');
};

type Engine = (person: CompiledPerson) => ReadonlyMap<string, BetterWish>;

/** What the engine knows of each better wish, by seat; empty for people whom it did not place. */
const readerOf = (phase: SolvedPhase): Engine => {
  const explainer = new Explainer(phase.instance, phase.result);
  const index = new Map([...phase.assignment.keys()].map((number, at) => [number, at]));
  return ({ facts }) => {
    const at = index.get(facts.employeeNumber);
    return new Map(at === undefined ? [] : explainer.of(at).better.map((better) => [better.seat, better]));
  };
};

const MISSED_KEYS: Readonly<Record<string, string>> = { KEPT_BY_INCUMBENTS: 'wish.KEPT_BY_INCUMBENTS', NO_PLACES: 'wish.NO_PLACES' };

const missedText = (better: BetterWish, seat: Bilingual): Bilingual => {
  const params = { places: better.places, score: better.score ?? 0, ahead: better.ahead ?? 0, cutoff: better.cutoff ?? 0 };
  const key = MISSED_KEYS[better.reason] ?? (better.lottery ? 'wish.LOTTERY' : better.cutoff === null ? 'wish.BEHIND_MASKED' : 'wish.BEHIND');
  return inBoth(key, params, seat);
};

const explainWish = (round: CompiledRound, wish: CompiledWish, placement: Placement, better: BetterWish | undefined): WishExplanation => {
  const { choiceRank, seatCode, ineligible, warnings, score } = wish;
  const seat = labelOf(round, seatCode);
  const common = {
    choiceRank, seatCode, seat, warnings: warnings.map(ruleText),
    places: round.seats.get(seatCode)?.places ?? null, score: ineligible === null ? score : null, cutoff: null, ahead: null, lottery: false,
  };
  if (ineligible !== null) return { ...common, standing: 'INELIGIBLE', text: ruleText(ineligible).text };
  if (placement.outcome === 'EXCLUDED') return { ...common, standing: 'NOT_REACHED', text: bilingual('wish.EXCLUDED') };
  if (placement.rank === choiceRank) return { ...common, standing: 'OBTAINED', text: inBoth('wish.OBTAINED', {}, seat) };
  if (placement.rank !== null && placement.rank < choiceRank) return { ...common, standing: 'NOT_NEEDED', text: bilingual('wish.NOT_NEEDED', { rank: placement.rank }) };
  if (better === undefined) return { ...common, standing: 'NOT_REACHED', text: inBoth('wish.NOT_REACHED', {}, seat) };
  const { places, cutoff, ahead, lottery } = better;
  return { ...common, standing: 'NOT_REACHED', text: missedText(better, seat), places, cutoff, ahead, lottery };
};

/** Everybody's outcome and each of their wishes, in both languages, by employee number. Names nobody else. */
export const explainRound = (round: CompiledRound, placed: PlacedRound): ReadonlyMap<string, PersonExplanation> => {
  const lastPhaseOf = new Map(placed.phases.flatMap((phase) => {
    const read = readerOf(phase);
    return phase.people.map((person) => [person, read] as const);
  }));
  const all = new Map<string, PersonExplanation>();
  for (const person of round.people) {
    const placement = placed.placements.get(person.facts.employeeNumber);
    if (placement === undefined) continue;
    const better = lastPhaseOf.get(person)?.(person) ?? new Map<string, BetterWish>();
    all.set(person.facts.employeeNumber, {
      sentence: sentenceOf(round, placed, person, placement),
      wishes: person.wishes.map((wish) => explainWish(round, wish, placement, better.get(wish.seatCode))),
    });
  }
  return all;
};
