import type { PersonFacts } from '../facts/person-facts.js';
import type { SeatFacts } from '../facts/seat-facts.js';
import { BoundRules, type RuleHit } from '../rules/bound-rules.js';
import type { RunInput, RunPerson, RunSeat } from './run-input.js';

/** Why somebody needs a new place: a reorganisation, a rule (its code), or no post to stay at. */
export type MustMoveCause = 'DISPLACED' | 'NO_POST' | (string & {});

export interface CompiledWish {
  readonly choiceRank: number;
  readonly seatCode: string;
  /** The reason why it cannot be granted, or null. */
  readonly ineligible: RuleHit | null;
  readonly warnings: readonly RuleHit[];
  /** 0 when not eligible. */
  readonly score: number;
  readonly parts: Readonly<Record<string, number>>;
}

export interface CompiledPerson {
  readonly facts: PersonFacts;
  readonly exclusion: RuleHit | null;
  readonly mustMove: MustMoveCause | null;
  /** A must-move rule that only flags. */
  readonly flagged: string | null;
  /** The seat of the round that the person holds, whether or not it may be kept; null = none. */
  readonly heldSeat: string | null;
  readonly heldScore: number;
  /** The points that are the same at every post. */
  readonly commonScore: number;
  readonly wishes: readonly CompiledWish[];
}

export interface CompiledSeat {
  readonly facts: SeatFacts;
  readonly open: boolean;
  readonly authorizedHeadcount: number;
  /** Places in this round, those of participants who hold them included. */
  readonly places: number;
}

export interface CompiledRound {
  readonly people: readonly CompiledPerson[];
  readonly seats: ReadonlyMap<string, CompiledSeat>;
  readonly rules: BoundRules;
  /** Whether a seat blocks its arrivals, or its holder, for the wish rules. */
  isFrozen(code: string | null): boolean;
}

const compilePerson = (person: RunPerson, seats: ReadonlyMap<string, RunSeat>, rules: BoundRules, anySeat: SeatFacts | undefined): CompiledPerson => {
  const { facts } = person;
  const held = facts.postCode === null ? undefined : seats.get(facts.postCode);
  const from = held?.facts ?? null;
  const fromFrozen = held?.state === 'FROZEN';
  const exclusion = rules.exclusion(facts);
  const { forced, flagged } = rules.mustLeave(facts, from, fromFrozen);
  const wishes = person.wishes.map(({ choiceRank, seatCode }): CompiledWish => {
    const wished = seats.get(seatCode);
    const seat = wished === undefined || wished.state === 'WITHDRAWN' ? null : wished.facts;
    const { blocks, warns } = rules.verdict({ person: facts, from, fromFrozen, seat, seatFrozen: wished?.state === 'FROZEN' });
    const ineligible = blocks[0] ?? null;
    const { total, parts } = ineligible === null && seat !== null ? rules.scoreOf(facts, seat) : { total: 0, parts: {} };
    return { choiceRank, seatCode, ineligible, warnings: warns, score: total, parts };
  });
  const mustMove = exclusion !== null ? null : facts.displaced ? 'DISPLACED' : from === null ? 'NO_POST' : forced;
  return {
    facts, exclusion, mustMove, flagged, wishes,
    heldSeat: held === undefined ? null : held.facts.code,
    heldScore: from === null ? 0 : rules.scoreOf(facts, from).total,
    commonScore: anySeat === undefined ? 0 : rules.commonScore(facts, anySeat),
  };
};

/**
 * Applies the criteria: who takes part, who has to leave, which wishes can be granted and with what score, and how many
 * places each post has. Places = authorised headcount less those held by people who take no part and are there when the
 * orders take effect; a post over its headcount keeps the people it has, and one that is not open takes nobody.
 */
export const compileRound = (input: Pick<RunInput, 'criteria' | 'people' | 'seats'>, rules = new BoundRules(input.criteria)): CompiledRound => {
  const seats = new Map(input.seats.map((seat) => [seat.facts.code, seat]));
  const people = input.people.map((person) => compilePerson(person, seats, rules, input.seats[0]?.facts));
  const staying = new Map<string, number>();
  const excludedHolders = new Map<string, number>();
  const count = (map: Map<string, number>, code: string): void => void map.set(code, (map.get(code) ?? 0) + 1);
  for (const { exclusion, mustMove, heldSeat, facts } of people) {
    if (heldSeat === null || facts.plannedElsewhere) continue;
    if (exclusion === null && mustMove === null) count(staying, heldSeat);
    else if (exclusion !== null && facts.away === null) count(excludedHolders, heldSeat);
  }
  const compiled = input.seats.map(({ facts, state, authorizedHeadcount, heldByOutsiders }): [string, CompiledSeat] => {
    const { code } = facts;
    const kept = staying.get(code) ?? 0;
    const free = authorizedHeadcount - heldByOutsiders - (excludedHolders.get(code) ?? 0);
    return [code, { facts, open: state === 'OPEN', authorizedHeadcount, places: state === 'OPEN' ? Math.max(free, kept) : kept }];
  });
  return { people, seats: new Map(compiled), rules, isFrozen: (code) => code !== null && seats.get(code)?.state === 'FROZEN' };
};
