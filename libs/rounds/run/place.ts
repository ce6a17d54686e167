import { drawLottery } from '#matching';
import type { CompiledPerson, CompiledRound } from './compile.js';
import { placeOutOfWish, PostsWithinReach } from './out-of-wish.js';
import { solvePhase, type PhaseOptions, type SolvedPhase } from './phase.js';

export type PhaseCode = 'DISPLACED' | 'OPEN' | 'OUT_OF_WISH';
export type OutcomeCode = 'PLACED' | 'STAYED' | 'UNMET' | 'OUT_OF_WISH' | 'EXCLUDED';

export interface Placement {
  readonly outcome: OutcomeCode;
  readonly phase: PhaseCode | null;
  /** Seat of the round, or the post kept; null = none. */
  readonly seatCode: string | null;
  /** 1–5 when a wish was granted. */
  readonly rank: number | null;
}

export interface PlacedRound {
  /** By employee number, everybody of the snapshot once. */
  readonly placements: ReadonlyMap<string, Placement>;
  readonly displacedPhase: SolvedPhase | null;
  readonly openPhase: SolvedPhase;
  /** People of long service who may stay after all, because no other post of the round is open to them. */
  readonly released: readonly string[];
  /** People without a post whose place was set aside before the open phase, because it would have left none. */
  readonly setAside: ReadonlyMap<string, string>;
}

interface Exceptions {
  readonly released: Set<string>;
  readonly early: Set<string>;
}

const precedence = ({ mustMove }: CompiledPerson): number => (mustMove === 'DISPLACED' ? 0 : mustMove === 'NO_POST' ? 1 : 2);

/** Who chooses first among those placed out of wish: cause, time served, then the round's lottery. */
const inTurn = (people: readonly CompiledPerson[], all: readonly CompiledPerson[], seed: string): readonly CompiledPerson[] => {
  const lottery = drawLottery(all.length, seed);
  const drawn = new Map(all.map(({ facts }, index) => [facts.employeeNumber, lottery[index] ?? 0]));
  const draw = ({ facts }: CompiledPerson): number => drawn.get(facts.employeeNumber) ?? 0;
  return [...people].sort((a, b) => precedence(a) - precedence(b) || b.facts.tenureMonths - a.facts.tenureMonths || draw(a) - draw(b));
};

const take = (places: Map<string, number>, code: string): void => void places.set(code, (places.get(code) ?? 0) - 1);

const placeOnce = (round: CompiledRound, options: PhaseOptions, reach: PostsWithinReach, { released, early }: Exceptions): PlacedRound & { readonly stuck: readonly CompiledPerson[] } => {
  const number = ({ facts }: CompiledPerson): string => facts.employeeNumber;
  const taking = round.people.filter(({ exclusion }) => exclusion === null);
  const mustLeave = (person: CompiledPerson): boolean => person.mustMove !== null && !released.has(number(person));
  const placements = new Map<string, Placement>();
  const rankOf = (person: CompiledPerson, code: string): number | null => person.wishes.find(({ seatCode }) => seatCode === code)?.choiceRank ?? null;

  const kept = new Map<string, number>();
  for (const person of taking) if (!mustLeave(person) && person.heldSeat !== null) kept.set(person.heldSeat, (kept.get(person.heldSeat) ?? 0) + 1);
  // A post over its headcount keeps a released holder as well: the engine never sees more holders than places.
  const all = [...round.seats].map(([code, seat]) => [code, Math.max(seat.places, kept.get(code) ?? 0)] as const);
  const places = new Map(all.filter(([code, count]) => count > 0 || round.seats.get(code)?.open === true));
  const free = new Map([...places].map(([code, count]) => [code, count - (kept.get(code) ?? 0)]));
  const vacancies = (): Map<string, number> => new Map([...free].map(([code, count]) => [code, Math.max(0, count)]));

  const settle = (people: readonly CompiledPerson[], found: ReadonlyMap<string, string | null>, phase: PhaseCode): void => {
    for (const person of people) {
      const code = found.get(number(person)) ?? null;
      if (code === null || code === person.heldSeat) continue;
      placements.set(number(person), { outcome: phase === 'OUT_OF_WISH' ? 'OUT_OF_WISH' : 'PLACED', phase, seatCode: code, rank: rankOf(person, code) });
      take(places, code);
      take(free, code);
    }
  };

  const setAsideFor = inTurn(taking.filter((person) => early.has(number(person))), round.people, options.seed);
  const setAside = placeOutOfWish(setAsideFor, vacancies(), reach);
  settle(setAsideFor, setAside, 'OUT_OF_WISH');

  const displaced = taking.filter((person) => person.mustMove === 'DISPLACED' && !placements.has(number(person)));
  const displacedPhase = displaced.length === 0 ? null : solvePhase(displaced, vacancies(), () => false, options);
  if (displacedPhase) settle(displaced, displacedPhase.assignment, 'DISPLACED');

  const open = taking.filter((person) => !placements.has(number(person)));
  const openPhase = solvePhase(open, places, (person) => !mustLeave(person), options);
  settle(open, openPhase.assignment, 'OPEN');
  for (const person of open) {
    const own = person.heldSeat;
    if (mustLeave(person) || own === null) continue;
    // A mover's old place was counted as taken; now it is free again.
    if (placements.has(number(person))) free.set(own, (free.get(own) ?? 0) + 1);
    else placements.set(number(person), { outcome: 'STAYED', phase: 'OPEN', seatCode: own, rank: null });
  }

  const unplaced = inTurn(open.filter((person) => !placements.has(number(person))), round.people, options.seed);
  settle(unplaced, placeOutOfWish(unplaced, vacancies(), reach), 'OUT_OF_WISH');
  const stuck = unplaced.filter((person) => !placements.has(number(person)));
  for (const person of stuck) placements.set(number(person), { outcome: 'UNMET', phase: null, seatCode: null, rank: null });
  for (const person of round.people) {
    if (person.exclusion !== null) placements.set(number(person), { outcome: 'EXCLUDED', phase: null, seatCode: person.facts.postCode, rank: null });
  }
  return { placements, displacedPhase, openPhase, released: [...released].sort(), setAside, stuck };
};

/**
 * The phases of a round: displaced people choose first among the places that nobody may keep; then everybody else, and
 * whoever of the displaced got none, by the mechanism; then those who must leave and got no wish are proposed a place
 * out of wish. Nobody stays unassigned while the posts allow it: long-serving people whom no other post of the round can
 * take stay after all, and for people without a post a place is set aside before the open phase; both are recorded.
 * @throws SolveCancelled when the signal is aborted
 */
export const placeRound = (round: CompiledRound, options: PhaseOptions): PlacedRound => {
  const exceptions: Exceptions = { released: new Set(), early: new Set() };
  const reach = new PostsWithinReach(round);
  for (;;) {
    const { stuck, ...placed } = placeOnce(round, options, reach, exceptions);
    const before = exceptions.released.size + exceptions.early.size;
    for (const { mustMove, facts } of stuck) {
      (mustMove === 'DISPLACED' || mustMove === 'NO_POST' ? exceptions.early : exceptions.released).add(facts.employeeNumber);
    }
    if (exceptions.released.size + exceptions.early.size === before) return placed;
  }
};
