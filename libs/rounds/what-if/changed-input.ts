import type { CriteriaValues } from '../criteria/frozen-criteria.js';
import { planOf, withMechanism } from '../rules/setting/phase-plan.js';
import type { RunInput } from '../run/run-input.js';

/** What is asked: other places, other criteria, another mechanism. */
export interface InputChange {
  /** Seat code → places more (or fewer) than authorised. */
  readonly places: ReadonlyMap<string, number>;
  readonly criteria: CriteriaValues;
  /** null = that of the run. */
  readonly mechanism: string | null;
}

/** A run's input as it would be; what is not changed stays, the plan of the run included. */
export const changedInput = (input: RunInput, { places, criteria, mechanism }: InputChange): RunInput => {
  const values = { ...input.criteria, ...criteria };
  const chosen = mechanism ?? input.mechanism;
  return {
    ...input, format: 'jari-run/2', criteria: values, mechanism: chosen, plan: withMechanism(planOf(values), chosen),
    seats: input.seats.map((seat) => ({ ...seat, authorizedHeadcount: Math.max(0, seat.authorizedHeadcount + (places.get(seat.facts.code) ?? 0)) })),
  };
};
