import type { Phase, PhasePlan, Pool } from '../rules/setting/phase-plan.js';
import type { CompiledPerson, CompiledRound } from './compile.js';
import { placeOutOfWish, type PostsWithinReach } from './out-of-wish.js';
import type { ConstrainedPhase } from '../constrained/build-spec.js';
import { solvePhase, type PhaseOptions, type PhaseTask, type SolvedPhase } from './phase.js';
import type { PlacedRound, Placement } from './placed-round.js';

export interface Exceptions {
  readonly released: Set<string>;
  readonly early: Set<string>;
}

export interface RoundAtWork {
  readonly round: CompiledRound;
  readonly reach: PostsWithinReach;
  readonly turn: (people: readonly CompiledPerson[]) => readonly CompiledPerson[];
  readonly order: readonly CompiledPerson[];
  /** What a phase by `constrained` has to keep. */
  readonly constrain: (phase: ConstrainedPhase) => ReturnType<PhaseTask['constraints']>;
}

const numberOf = ({ facts }: CompiledPerson): string => facts.employeeNumber;

/** Where everybody is while the phases run. */
class State {
  readonly placements = new Map<string, Placement>();
  readonly taking: readonly CompiledPerson[];
  /** Seat code → places in all. A post over its headcount keeps a released holder as well. */
  private readonly total: ReadonlyMap<string, number>;
  private readonly lost = new Set<string>();

  constructor(private readonly round: CompiledRound, private readonly released: ReadonlySet<string>) {
    this.taking = round.people.filter(({ exclusion }) => exclusion === null);
    const kept = new Map<string, number>();
    for (const person of this.taking) {
      const own = this.ownSeat(person);
      if (own !== null) kept.set(own, (kept.get(own) ?? 0) + 1);
    }
    const all = [...round.seats].map(([code, seat]) => [code, Math.max(seat.places, kept.get(code) ?? 0)] as const);
    this.total = new Map(all.filter(([code, count]) => count > 0 || round.seats.get(code)?.open === true));
  }

  /** The seat that the person may keep by right; null = none. */
  ownSeat(person: CompiledPerson): string | null {
    return person.mustMove === null || this.released.has(numberOf(person)) ? person.heldSeat : null;
  }

  /** Where the person is now. */
  seatOf(person: CompiledPerson): string | null {
    const placed = this.placements.get(numberOf(person));
    return placed ? placed.seatCode : this.lost.has(numberOf(person)) ? null : this.ownSeat(person);
  }

  needsPlace(person: CompiledPerson): boolean {
    return this.seatOf(person) === null;
  }

  /** Places for a phase: all but those of people outside it, or those that nobody at all is in. */
  places(seats: Phase['seats'], people: readonly CompiledPerson[]): Map<string, number> {
    const inPhase = new Set(seats === 'ALL' ? people : []);
    const places = new Map(this.total);
    for (const person of this.taking) {
      const code = inPhase.has(person) ? null : this.seatOf(person);
      if (code !== null) places.set(code, Math.max(0, (places.get(code) ?? 0) - 1));
    }
    return places;
  }

  place(person: CompiledPerson, seatCode: string, phase: Pool): void {
    const rank = person.wishes.find((wish) => wish.seatCode === seatCode)?.choiceRank ?? null;
    // The nearest place may be one that they wished for.
    this.placements.set(numberOf(person), { outcome: phase === 'OUT_OF_WISH' && rank === null ? 'OUT_OF_WISH' : 'PLACED', phase, seatCode, rank });
  }

  /** A mechanism without the right to stay gave the post to somebody else. */
  lose(person: CompiledPerson): void {
    this.placements.delete(numberOf(person));
    this.lost.add(numberOf(person));
  }

  /** Everybody who was not placed: at the own post, without one, or not taking part. */
  finish(): readonly CompiledPerson[] {
    const stuck: CompiledPerson[] = [];
    for (const person of this.round.people) {
      const number = numberOf(person);
      if (person.exclusion !== null) this.placements.set(number, { outcome: 'EXCLUDED', phase: null, seatCode: person.facts.postCode, rank: null });
      else if (!this.placements.has(number)) {
        const seatCode = this.seatOf(person);
        if (seatCode === null) stuck.push(person);
        this.placements.set(number, seatCode === null ? { outcome: 'UNMET', phase: null, seatCode, rank: null } : { outcome: 'STAYED', phase: 'OPEN', seatCode, rank: null });
      }
    }
    return stuck;
  }

  worseOff(): readonly string[] {
    return this.taking.filter((person) => {
      const outcome = this.placements.get(numberOf(person))?.outcome;
      return this.ownSeat(person) !== null && (outcome === 'OUT_OF_WISH' || outcome === 'UNMET');
    }).map(numberOf).sort();
  }
}

/** Whoever chose as one who needs a post has chosen; holders may go on to something better. */
const SETTLING: readonly (Pool | null)[] = ['DISPLACED', 'MUST_MOVE', 'OUT_OF_WISH'];

const poolOf = (state: State, pool: Pool): readonly CompiledPerson[] =>
  state.taking.filter((person) => {
    if (SETTLING.includes(state.placements.get(numberOf(person))?.phase ?? null)) return false;
    if (pool === 'OPEN') return true;
    if (pool === 'HOLDERS') return !state.needsPlace(person);
    return state.needsPlace(person) && (pool !== 'DISPLACED' || person.mustMove === 'DISPLACED');
  });

const solveOne = async (state: State, phase: Phase, { order, constrain }: RoundAtWork, options: PhaseOptions): Promise<SolvedPhase | null> => {
  const people = poolOf(state, phase.pool);
  if (people.length === 0 && phase.pool !== 'OPEN') return null;
  const keeps = (person: CompiledPerson): string | null => (phase.seats === 'ALL' ? state.seatOf(person) : null);
  const granted = (person: CompiledPerson): number | null => state.placements.get(numberOf(person))?.rank ?? null;
  const places = state.places(phase.seats, people);
  const solved = await solvePhase({ phase, people, places, keeps, granted, order, constraints: () => constrain({ people, places, keeps }) }, options);
  const before = new Map(people.map((person) => [person, state.seatOf(person)]));
  for (const person of people) {
    const now = solved.assignment.get(numberOf(person)) ?? null;
    if (now === null && phase.seats === 'ALL' && before.get(person) !== null) state.lose(person);
    else if (now !== null && now !== before.get(person)) state.place(person, now, phase.pool);
  }
  return solved;
};

/** One pass through the phases with the exceptions found so far. `stuck`: who ends without a place. */
export const placeOnce = async (
  work: RoundAtWork, plan: PhasePlan, { released, early }: Exceptions, options: PhaseOptions,
): Promise<PlacedRound & { readonly stuck: readonly CompiledPerson[] }> => {
  const { round, reach, turn } = work;
  const state = new State(round, released);
  const proposePlaces = (people: readonly CompiledPerson[]): ReadonlyMap<string, string> => {
    const found = placeOutOfWish(people, state.places('VACANT', []), reach);
    for (const person of people) {
      const code = found.get(numberOf(person));
      if (code !== undefined && code !== person.heldSeat) state.place(person, code, 'OUT_OF_WISH');
    }
    return found;
  };

  const setAside = proposePlaces(turn(state.taking.filter((person) => early.has(numberOf(person)))));
  const phases: SolvedPhase[] = [];
  for (const [index, phase] of plan.entries()) {
    const watched = { ...options, onProgress: (share: number) => options.onProgress?.((index + share) / plan.length, phase.pool) };
    watched.onProgress(0);
    if (phase.pool === 'OUT_OF_WISH') proposePlaces(turn(poolOf(state, phase.pool)));
    else phases.push(...(await solveOne(state, phase, work, watched).then((solved) => (solved === null ? [] : [solved]))));
  }
  const principal = phases.find(({ phase }) => phase.pool === 'OPEN');
  if (principal === undefined) throw new Error('A plan has no open phase');
  const stuck = state.finish();
  return { placements: state.placements, phases, principal, released: [...released].sort(), setAside, worseOff: state.worseOff(), stuck };
};
