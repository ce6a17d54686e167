import { buildSpec, type ConstrainedPhase } from '../constrained/build-spec.js';
import { constrainedRound } from '../rules/setting/constrained-round.js';
import type { PhasePlan } from '../rules/setting/phase-plan.js';
import type { CompiledPerson, CompiledRound } from './compile.js';
import { commonOrder, inTurn } from './order-of-people.js';
import { PostsWithinReach } from './out-of-wish.js';
import type { PhaseOptions } from './phase.js';
import { placeOnce, type Exceptions } from './place-once.js';
import type { PlacedRound } from './placed-round.js';
import { plansOf, type RunInput } from './run-input.js';

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
