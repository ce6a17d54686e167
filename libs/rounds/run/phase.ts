import { buildInstance, idAt, solve, type Instance, type InstanceInput, type SolveResult } from '#matching';
import type { CompiledPerson, CompiledWish } from './compile.js';

/** One call of the engine: its instance in codes, its result, and where everybody in it stands. */
export interface SolvedPhase {
  readonly input: InstanceInput;
  readonly instance: Instance;
  readonly result: SolveResult;
  /** Employee number → seat code, or null. */
  readonly assignment: ReadonlyMap<string, string | null>;
}

export interface PhaseOptions {
  readonly mechanism: string;
  readonly seed: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (share: number) => void;
}

/** Wishes that the engine sees: those for a seat of the round other than the own one. The others are explained by their rule. */
export const engineWishes = (person: CompiledPerson, places: ReadonlyMap<string, number>): readonly CompiledWish[] =>
  person.wishes.filter(({ seatCode }) => places.has(seatCode) && seatCode !== person.heldSeat);

/**
 * Places `people` among `places` (seat code → number, the places of those who may stay included).
 * `mayStay` says who keeps the held seat; for everybody else it is no seat.
 */
export const solvePhase = (
  people: readonly CompiledPerson[],
  places: ReadonlyMap<string, number>,
  mayStay: (person: CompiledPerson) => boolean,
  { mechanism, seed, signal, onProgress }: PhaseOptions,
): SolvedPhase => {
  const input: InstanceInput = {
    format: 'jari-instance/1',
    employees: people.map((person) => {
      const wishes = engineWishes(person, places);
      const stays = mayStay(person);
      const current = person.heldSeat !== null && places.has(person.heldSeat) ? person.heldSeat : null;
      return {
        id: person.facts.employeeNumber,
        current,
        ...(stays && { currentScore: person.heldScore }),
        mustMove: !stays && current !== null,
        wishes: wishes.map(({ seatCode }) => seatCode),
        scores: wishes.map(({ score }) => score),
        ineligible: wishes.map(({ ineligible }) => ineligible?.code ?? null),
      };
    }),
    seats: [...places].map(([id, capacity]) => ({ id, capacity })),
  };
  const built = buildInstance(input);
  // The compiler makes only sound instances; a fault here is one of the program and must stop the run.
  if (!built.ok) throw new Error(`The round compiled to an instance with faults: ${built.faults.slice(0, 3).map(({ code, field }) => `${code} ${field}`).join(', ')}`);
  const { instance } = built;
  const result = solve(instance, mechanism, { seed, onProgress, isCancelled: () => signal?.aborted === true });
  const assignment = new Map(people.map(({ facts }, index) => {
    const seat = result.assignment[index] ?? -1;
    return [facts.employeeNumber, seat < 0 ? null : idAt(instance.seats, seat)];
  }));
  return { input, instance, result, assignment };
};
