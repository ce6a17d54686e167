import { buildSpec, type ConstrainedPhase } from '../constrained/build-spec.js';
import { constrainedRound } from '../rules/setting/constrained-round.js';
import type { PhasePlan, Pool } from '../rules/setting/phase-plan.js';
import type { CompiledPerson, CompiledRound } from './compile.js';
import { commonOrder, inTurn } from './order-of-people.js';
import { PostsWithinReach } from './out-of-wish.js';
import type { PhaseOptions, SolvedPhase } from './phase.js';
import { placeOnce, type Exceptions } from './place-once.js';
import { plansOf, type RunInput } from './run-input.js';

export type PhaseCode = Pool;
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
  /** The phases that the engine solved, in their order; a phase without people is none. */
  readonly phases: readonly SolvedPhase[];
  /** The first open phase: what any third person can check. */
  readonly principal: SolvedPhase;
  /** People of long service who may stay after all, because no other post of the round is open to them. */
  readonly released: readonly string[];
  /** People without a post whose place was set aside before the open phase, because it would have left none. */
  readonly setAside: ReadonlyMap<string, string>;
  /** People who may stay and end neither at their post nor at one they wished for. */
  readonly worseOff: readonly string[];
}

const sizeOf = ({ released, early }: Exceptions): number => released.size + early.size;

/**
 * The phases of a round. Nobody stays unassigned while the posts allow it: long-serving people whom no other post of the
 * round can take stay after all, and for people without a post a place is set aside before the first phase; both are recorded.
 * Both are looked for under the plan as noticed first, so that scenarios of one snapshot compare like with like; another
 * plan may add to them.
 * @throws MechanismRefused, SolveCancelled
 */
export const placeRound = async (round: CompiledRound, input: RunInput, options: PhaseOptions): Promise<PlacedRound> => {
  const { plan, noticed } = plansOf(input);
  const { timeLimitSeconds: timeLimit } = constrainedRound.of(input.criteria[constrainedRound.code] ?? constrainedRound.standard);
  const exceptions: Exceptions = { released: new Set(), early: new Set() };
  const shared = {
    round, reach: new PostsWithinReach(round), turn: inTurn(round, options.seed), order: commonOrder(round, options.seed),
    constrain: (phase: ConstrainedPhase) => ({ spec: buildSpec(round, input, phase), timeLimit }),
  };
  const settle = async (phases: PhasePlan, watched: PhaseOptions): Promise<PlacedRound> => {
    for (;;) {
      const { stuck, ...placed } = await placeOnce(shared, phases, exceptions, watched);
      const before = sizeOf(exceptions);
      for (const person of stuck) exceptionFor(person, exceptions)?.add(person.facts.employeeNumber);
      if (sizeOf(exceptions) === before) return placed;
    }
  };
  if (JSON.stringify(plan) !== JSON.stringify(noticed)) await settle(noticed, { seed: options.seed, signal: options.signal, solver: options.solver });
  return settle(plan, options);
};

/** Whoever may stay and lost the post to a mechanism without that right gets no exception: it is what the scenario shows. */
const exceptionFor = ({ mustMove }: CompiledPerson, { released, early }: Exceptions): Set<string> | undefined =>
  mustMove === null ? undefined : mustMove === 'DISPLACED' || mustMove === 'NO_POST' ? early : released;
