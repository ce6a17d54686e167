import type { Pool } from '../rules/setting/phase-plan.js';
import type { SolvedPhase } from './phase.js';

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
