import { Injectable } from '@nestjs/common';
import { JariError, type Tx } from '#platform';
import type { FrozenCriteria } from '../criteria/frozen-criteria.js';
import { SnapshotService } from '../snapshot/snapshot.service.js';
import type { PlacementRound } from './placement-round.entity.js';
import type { RoundState } from './round-state.js';

/** What a way back or a cancellation takes away. Runs and reviews stay as history. */
@Injectable()
export class RoundRewind {
  constructor(private readonly snapshots: SnapshotService) {}

  async undo(tx: Tx, round: PlacementRound, to: RoundState): Promise<void> {
    if (to === 'DRAFT') {
      round.criteria = Object.fromEntries(Object.entries(round.criteria as FrozenCriteria).filter(([, { source }]) => source === 'ROUND'));
    } else if (to === 'OPEN') await this.snapshots.discard(tx, round);
    else if (to === 'CLOSED') await this.dropAdoption(tx, round);
    else throw new JariError('ROUND_NO_WAY_BACK', { state: round.state });
  }

  /** Everybody is back in the snapshot; overrides of a placement that is no more fall with it. Findings stay with their run. */
  private async dropAdoption(tx: Tx, round: PlacementRound): Promise<void> {
    Object.assign(round, { adoptedRunId: null, adoptionReason: null, adoptionResolutionNumber: null });
    const scope = [tx.organizationId, round.id];
    await tx.execute(
      `UPDATE round_participant SET state = 'SNAPSHOT', outcome_position_id = NULL, outcome_rank = NULL, outcome_source = NULL, outcome_reason = NULL
       WHERE organization_id = $1 AND round_id = $2`, scope);
    await this.withdrawProposals(tx, round);
  }

  /** Overrides and early moves of a placement that is no more: they use up nothing of the yearly cap. */
  async withdrawProposals(tx: Tx, round: PlacementRound): Promise<void> {
    const scope = [tx.organizationId, round.id];
    await tx.execute(`UPDATE placement_override SET state = 'WITHDRAWN' WHERE organization_id = $1 AND round_id = $2 AND state IN ('PROPOSED', 'APPROVED')`, scope);
    await tx.execute(`UPDATE early_move SET state = 'WITHDRAWN' WHERE organization_id = $1 AND round_id = $2 AND state = 'PROPOSED'`, scope);
  }
}
