import { Explainer, type BetterWish, type Explanation } from '#matching';
import type { Bilingual } from '#contracts';
import { bilingual } from '#platform';
import { seatLabel } from '../facts/seat-facts.js';
import type { RuleHit } from '../rules/bound-rules.js';
import type { CompiledPerson, CompiledRound, CompiledWish } from './compile.js';
import { strategyNote } from './explain-notes.js';
import { inBoth, missedText, pointsFor } from './explain-wish.js';
import type { PlacedRound, Placement } from './placed-round.js';

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
  /** So many more points would have been enough; null where that would tell a colleague's score, or points have no say. */
  readonly points: number | null;
}

export interface PersonExplanation {
  readonly sentence: Bilingual;
  /** How the post was come by, what the whole placement was made for, and what is certain about other wish lists. */
  readonly notes: readonly Bilingual[];
  readonly wishes: readonly WishExplanation[];
}

export const ruleText = ({ code, params }: RuleHit): RuleText => ({ code, text: bilingual(`rule.${code}.text`, params) });

const labelOf = (round: CompiledRound, code: string): Bilingual => {
  const seat = round.seats.get(code)?.facts;
  return seat === undefined ? { ko: code, en: code } : seatLabel(seat);
};

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

/** What the engine knows of one person in one phase. */
interface Reading {
  readonly explanation: Explanation;
  readonly notes: readonly Bilingual[];
  readonly points: (better: BetterWish) => number | null;
}

/** What each phase that a person took part in tells of them, in the order of the phases. */
const readPhases = (round: CompiledRound, { phases }: PlacedRound): ReadonlyMap<CompiledPerson, readonly Reading[]> => {
  const readings = new Map<CompiledPerson, Reading[]>();
  for (const phase of phases) {
    // A program weighs everybody at once: of one wish alone nothing true can be said.
    if (phase.constrained !== undefined) continue;
    const explainer = new Explainer(phase.instance, phase.result, { seatLabel: (code, lang) => labelOf(round, code)[lang] });
    phase.people.forEach((person, at) => {
      const reading = { explanation: explainer.of(at), notes: explainer.notes(explainer.facts(at)), points: (better: BetterWish) => pointsFor(phase, at, better) };
      readings.set(person, [...(readings.get(person) ?? []), reading]);
    });
  }
  return readings;
};

const explainWish = (round: CompiledRound, wish: CompiledWish, placement: Placement, reading: Reading | undefined, setAside: boolean, constrained: boolean): WishExplanation => {
  const { choiceRank, seatCode, ineligible, warnings, score } = wish;
  const seat = labelOf(round, seatCode);
  const common = {
    choiceRank, seatCode, seat, warnings: warnings.map(ruleText),
    places: round.seats.get(seatCode)?.places ?? null, score: ineligible === null ? score : null, cutoff: null, ahead: null, lottery: false, points: null,
  };
  if (ineligible !== null) return { ...common, standing: 'INELIGIBLE', text: ruleText(ineligible).text };
  if (placement.outcome === 'EXCLUDED') return { ...common, standing: 'NOT_REACHED', text: bilingual('wish.EXCLUDED') };
  if (placement.rank === choiceRank) return { ...common, standing: 'OBTAINED', text: inBoth('wish.OBTAINED', {}, seat) };
  if (placement.rank !== null && placement.rank < choiceRank) return { ...common, standing: 'NOT_NEEDED', text: bilingual('wish.NOT_NEEDED', { rank: placement.rank }) };
  if (setAside) return { ...common, standing: 'NOT_REACHED', text: bilingual('wish.SET_ASIDE') };
  const better = reading?.explanation.better.find((one) => one.seat === seatCode);
  if (reading === undefined || better === undefined) return { ...common, standing: 'NOT_REACHED', text: inBoth(constrained ? 'wish.CONSTRAINED' : 'wish.NOT_REACHED', {}, seat) };
  const { places, cutoff, ahead, lottery } = better;
  const points = reading.points(better);
  const text = missedText(better, reading.explanation, points, (code) => labelOf(round, code));
  return { ...common, standing: 'NOT_REACHED', text, places, cutoff, ahead, lottery, points };
};

/** Everybody's outcome and each of their wishes, in both languages, by employee number. Names nobody else. */
export const explainRound = (round: CompiledRound, placed: PlacedRound): ReadonlyMap<string, PersonExplanation> => {
  const readings = readPhases(round, placed);
  const constrained = new Set(placed.phases.flatMap((phase) => (phase.constrained === undefined ? [] : phase.people)));
  const inLastPhase = new Set(placed.phases.at(-1)?.people);
  const all = new Map<string, PersonExplanation>();
  for (const person of round.people) {
    const placement = placed.placements.get(person.facts.employeeNumber);
    if (placement === undefined) continue;
    const own = readings.get(person) ?? [];
    // Each phase seeks only what is better than the one before gave: the last one speaks of all that was missed.
    const reading = own.at(-1);
    const origins = own.filter(({ explanation }) => explanation.got === placement.seatCode).flatMap(({ notes }) => notes);
    // Constraints weigh everybody's list at once, so any list may matter to who missed a wish.
    const missedUnderConstraints = constrained.has(person) && person.wishes.length > 0 && placement.rank !== 1;
    const strategy = strategyNote(person, placement, missedUnderConstraints ? 'LIST_MATTERS' : reading?.explanation.strategy?.code, { alone: own.length === 1, last: inLastPhase.has(person) });
    all.set(person.facts.employeeNumber, {
      sentence: sentenceOf(round, placed, person, placement),
      notes: [...origins, ...strategy],
      wishes: person.wishes.map((wish) => explainWish(round, wish, placement, reading, placed.setAside.has(person.facts.employeeNumber), constrained.has(person))),
    });
  }
  return all;
};
