import type { EarlyMoveGround } from '../facts/early-move-ground.js';

/** Somebody is to go elsewhere than the placement says. */
export interface ProposedMove {
  readonly employeeId: string;
  readonly toPositionId: string;
  /** Needed when the person has not served the minimum tenure. */
  readonly earlyMoveGround: EarlyMoveGround | null;
  /** Needed for a discretionary move beyond the yearly cap. */
  readonly committeeResolution: string | null;
}
