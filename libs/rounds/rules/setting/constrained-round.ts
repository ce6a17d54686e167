import { OBJECTIVES } from '#matching';
import { choice, choices, record, whole, type ShapeValue } from '../../criteria/shape.js';
import { setting } from '../rule.js';

/** The way to place an open phase under constraints; a program for a solver, and no mechanism of the engine's registry. */
export const CONSTRAINED = 'constrained';

/** Which checks after the run a constrained run keeps beforehand; MOVE_BUDGET has no check of its own. */
export const CONSTRAINTS = ['RELATIVES_TOGETHER', 'OUTFLOW_QUOTA', 'MINIMUM_EXPERIENCED', 'GRADE_MIX', 'HEAVY_WORKLOAD_FLOOR', 'MOVE_BUDGET'] as const;

const SHAPE = record({ objective: choice(...OBJECTIVES), constraints: choices(...CONSTRAINTS), moveBudget: whole(0, 100_000), timeLimitSeconds: whole(1, 120) });

export type ConstrainedRound = ShapeValue<typeof SHAPE>;

/** What a run by `constrained` aims at, which of the round's checks it keeps beforehand, and how long it may take. */
export const constrainedRound = setting({
  code: 'CONSTRAINED',
  shape: SHAPE,
  standard: { objective: 'LEAST_TOTAL_RANK', constraints: ['RELATIVES_TOGETHER', 'OUTFLOW_QUOTA', 'MINIMUM_EXPERIENCED', 'GRADE_MIX'], moveBudget: 1000, timeLimitSeconds: 30 },
});
