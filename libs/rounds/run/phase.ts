import { buildInstance, idAt, solve, type ConstrainedSpec, type Instance, type InstanceInput, type Solver, type SolveResult } from '#matching';
import { solveConstrainedPhase, type ConstrainedAnswer } from '../constrained/solve-phase.js';
import { CONSTRAINED } from '../rules/setting/constrained-round.js';
import type { Phase, Pool } from '../rules/setting/phase-plan.js';
import type { CompiledPerson, CompiledWish } from './compile.js';

/** One call of the engine: its instance in codes, its result, and where everybody in it stands. */
export interface SolvedPhase {
  readonly phase: Phase;
  readonly people: readonly CompiledPerson[];
  readonly input: InstanceInput;
  readonly instance: Instance;
  readonly result: SolveResult;
  /** Only of a phase under constraints. */
  readonly constrained?: ConstrainedAnswer;
  /** Employee number → seat code, or null. */
  readonly assignment: ReadonlyMap<string, string | null>;
}

export interface PhaseTask {
  readonly phase: Phase;
  /** In the order of the round. */
  readonly people: readonly CompiledPerson[];
  /** Seat code → places, those of people in `people` who may keep them included. */
  readonly places: ReadonlyMap<string, number>;
  /** The seat that a person may keep in this phase; null = none. */
  readonly keeps: (person: CompiledPerson) => string | null;
  /** The wish that an earlier phase granted, by its rank: only a better one is sought; null = none yet. */
  readonly granted: (person: CompiledPerson) => number | null;
  /** What a phase by `constrained` has to keep. */
  readonly constraints: () => { readonly spec: ConstrainedSpec; readonly timeLimit: number };
  /** Everybody of the round once, best first, for mechanisms that need one common order. */
  readonly order: readonly CompiledPerson[];
}

export interface PhaseOptions {
  readonly seed: string;
  readonly signal?: AbortSignal;
  /** For phases under constraints. */
  readonly solver?: Solver;
  /** How far the phases are, and at which pool. */
  readonly onProgress?: (share: number, pool: Pool) => void;
}

/** Wishes that the engine sees: those for a seat of the round other than the own one. The others are explained by their rule. */
const engineWishes = (person: CompiledPerson, { places, keeps, granted }: PhaseTask): readonly CompiledWish[] => {
  const rank = granted(person) ?? Number.POSITIVE_INFINITY;
  const kept = keeps(person);
  return person.wishes.filter(({ seatCode, choiceRank }) =>
    places.has(seatCode) && seatCode !== person.heldSeat && (choiceRank < rank || (choiceRank === rank && seatCode === kept)));
};

const instanceOf = (task: PhaseTask): InstanceInput => {
  const { people, places, keeps, order } = task;
  const present = new Set(people);
  return {
    format: 'jari-instance/1',
    employees: people.map((person) => {
      const wishes = engineWishes(person, task);
      const kept = keeps(person);
      // Who may not stay names the old seat as the one that is not open to them.
      const current = kept ?? (person.mustMove !== null && person.heldSeat !== null && places.has(person.heldSeat) ? person.heldSeat : null);
      return {
        id: person.facts.employeeNumber,
        current,
        ...(kept !== null && kept === person.heldSeat && { currentScore: person.heldScore }),
        mustMove: kept === null && current !== null,
        wishes: wishes.map(({ seatCode }) => seatCode),
        scores: wishes.map(({ score }) => score),
        ineligible: wishes.map(({ ineligible }) => ineligible?.code ?? null),
      };
    }),
    seats: [...places].map(([id, capacity]) => ({ id, capacity })),
    order: order.filter((person) => present.has(person)).map(({ facts }) => facts.employeeNumber),
  };
};

const underConstraints = (instance: Instance, { constraints }: PhaseTask, { seed, signal, solver }: PhaseOptions): Promise<ConstrainedAnswer> => {
  if (solver === undefined) throw new Error('A phase under constraints needs a solver');
  const { spec, timeLimit } = constraints();
  return solveConstrainedPhase(instance, spec, seed, { solver, timeLimit, signal });
};

/**
 * Places the people of one phase.
 * @throws MechanismRefused, SolveCancelled, JariError of `solveConstrainedPhase`
 */
export const solvePhase = async (task: PhaseTask, { seed, signal, onProgress, solver }: PhaseOptions): Promise<SolvedPhase> => {
  const { phase, people } = task;
  const input = instanceOf(task);
  const built = buildInstance(input);
  // The compiler makes only sound instances; a fault here is one of the program and must stop the run.
  if (!built.ok) throw new Error(`The round compiled to an instance with faults: ${built.faults.slice(0, 3).map(({ code, field }) => `${code} ${field}`).join(', ')}`);
  const { instance } = built;
  const constrained = phase.mechanism === CONSTRAINED ? await underConstraints(instance, task, { seed, signal, solver }) : undefined;
  const result = constrained?.result ?? solve(instance, phase.mechanism, { seed, onProgress: (share) => onProgress?.(share, phase.pool), isCancelled: () => signal?.aborted === true });
  const assignment = new Map(people.map(({ facts }, index) => {
    const seat = result.assignment[index] ?? -1;
    return [facts.employeeNumber, seat < 0 ? null : idAt(instance.seats, seat)];
  }));
  return { phase, people, input, instance, result, assignment, ...(constrained && { constrained }) };
};
