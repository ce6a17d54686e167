import { PlacementCriteria } from './criteria/placement-criteria.entity.js';
import { PlacementRound } from './round/placement-round.entity.js';
import { RoundStateChange } from './round/round-state-change.entity.js';
import { RoundSeat } from './seat/round-seat.entity.js';
import { RoundPostChange } from './seat/round-post-change.entity.js';
import { RoundNotice } from './notice/round-notice.entity.js';
import { RoundParticipant } from './snapshot/round-participant.entity.js';
import { RoundWish } from './snapshot/round-wish.entity.js';
import { WishReopening } from './amendment/wish-reopening.entity.js';
import { RuleWaiver } from './waiver/rule-waiver.entity.js';
import { PlacementRun } from './run/placement-run.entity.js';
import { RunOutcome } from './run/run-outcome.entity.js';
import { PlacementOverride } from './override/placement-override.entity.js';
import { RoundViolation } from './violation/round-violation.entity.js';
import { CommitteeReview } from './committee/committee-review.entity.js';
import { Recusal } from './recusal/recusal.entity.js';
import { PersonnelOrder } from './order/personnel-order.entity.js';
import { OrderItem } from './order/order-item.entity.js';
import { EarlyMove } from './early-move/early-move.entity.js';
import { Grievance } from './grievance/grievance.entity.js';
import { PlacementRecord } from './record/placement-record.entity.js';
import { UnitPlace } from './record/unit-place.entity.js';
import { GrievanceEvent } from './grievance/grievance-event.entity.js';

export {
  PlacementCriteria,
  PlacementRound,
  RoundStateChange,
  RoundSeat,
  RoundPostChange,
  RoundNotice,
  RoundParticipant,
  RoundWish,
  WishReopening,
  RuleWaiver,
  PlacementRun,
  RunOutcome,
  PlacementOverride,
  RoundViolation,
  CommitteeReview,
  Recusal,
  PersonnelOrder,
  OrderItem,
  EarlyMove,
  Grievance,
  GrievanceEvent,
  PlacementRecord,
  UnitPlace,
};

/** Every table of the room. */
export const ROUNDS_ENTITIES = [
  PlacementCriteria,
  PlacementRound,
  RoundStateChange,
  RoundSeat,
  RoundPostChange,
  RoundNotice,
  RoundParticipant,
  RoundWish,
  WishReopening,
  RuleWaiver,
  PlacementRun,
  RunOutcome,
  PlacementOverride,
  RoundViolation,
  CommitteeReview,
  Recusal,
  PersonnelOrder,
  OrderItem,
  EarlyMove,
  Grievance,
  GrievanceEvent,
  PlacementRecord,
  UnitPlace,
] as const;
