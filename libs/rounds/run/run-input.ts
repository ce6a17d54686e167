import type { CriteriaValues } from '../criteria/frozen-criteria.js';
import type { PersonFacts } from '../facts/person-facts.js';
import type { SeatFacts } from '../facts/seat-facts.js';
import { NEAREST, planOf, type PhasePlan } from '../rules/setting/phase-plan.js';

export type SeatState = 'OPEN' | 'FROZEN' | 'WITHDRAWN';

export interface RunSeat {
  readonly facts: SeatFacts;
  readonly state: SeatState;
  readonly authorizedHeadcount: number;
  /** Places taken by people who have no entry in the snapshot, or are already promised to them. */
  readonly heldByOutsiders: number;
}

export interface RunPerson {
  readonly facts: PersonFacts;
  /** Seat codes by choice rank; a code may be no seat of the round. */
  readonly wishes: readonly { readonly choiceRank: number; readonly seatCode: string }[];
}

/** Somebody in post who has no entry in the snapshot: needed for the checks of quotas and relatives only. */
export interface Bystander {
  readonly employeeNumber: string;
  readonly grade: number;
  readonly postCode: string;
  readonly tenureMonths: number;
  readonly away: boolean;
}

/**
 * Everything a placement depends on, as one plain document stored with the run: a replay reads nothing else.
 * People in the order of employee numbers, seats in the order of codes.
 */
export interface RunInput {
  /** jari-run/1, of older runs, had one mechanism for all phases and no plan. */
  readonly format: 'jari-run/1' | 'jari-run/2';
  /** That of the first open phase. */
  readonly mechanism: string;
  /** The phases as they are run; the criterion PHASES holds them as noticed. */
  readonly plan?: PhasePlan;
  readonly seed: string;
  readonly criteria: CriteriaValues;
  readonly people: readonly RunPerson[];
  readonly seats: readonly RunSeat[];
  readonly bystanders: readonly Bystander[];
  /** Pairs who must not serve together, by employee number. HR-only: never leaves the run. */
  readonly separations: readonly (readonly [string, string])[];
}

/** The phases as noticed, and as this run has them. */
export const plansOf = ({ plan, mechanism, criteria }: Pick<RunInput, 'plan' | 'mechanism' | 'criteria'>): { readonly plan: PhasePlan; readonly noticed: PhasePlan } => {
  if (plan === undefined) {
    const older: PhasePlan = [
      { pool: 'DISPLACED', mechanism, seats: 'VACANT' }, { pool: 'OPEN', mechanism, seats: 'ALL' }, { pool: 'OUT_OF_WISH', mechanism: NEAREST, seats: 'VACANT' },
    ];
    return { plan: older, noticed: older };
  }
  return { plan, noticed: planOf(criteria) };
};
