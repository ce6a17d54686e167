import type { AbsenceKind, AppointmentType, CircumstanceKind } from '#organization';
import type { EarlyMoveGround } from './early-move-ground.js';

/** A granted exception from one rule, for one post or (null) for all. */
export interface WaiverFact {
  readonly ruleCode: string;
  readonly seatCode: string | null;
  readonly ground: EarlyMoveGround;
}

/** What the rules know of a person, frozen at the snapshot and confirmed by the person. Measured on the cut-off date. */
export interface PersonFacts {
  readonly employeeNumber: string;
  readonly grade: number;
  readonly jobSeries: string;
  readonly licences: readonly string[];
  readonly appointmentType: AppointmentType;
  /** Code of the post held on the cut-off date; null = none. It may be no seat of the round (an abolished post). */
  readonly postCode: string | null;
  /** Whole months in the post, leave excluded. */
  readonly tenureMonths: number;
  /** Whole months at the district office, or in dong, without changing sides. */
  readonly sideMonths: number;
  readonly inDong: boolean;
  /** Whole months in the present post, if it is a heavy-workload one. */
  readonly heavyWorkloadMonths: number;
  /** The present post asks for specialists: months to be served there; null = it does not. */
  readonly specialistTermMonths: number | null;
  /** Away on the day the orders take effect. */
  readonly away: AbsenceKind | null;
  /** Back from leave or secondment shortly before, or by the day the orders take effect. */
  readonly returner: boolean;
  readonly displaced: boolean;
  /** A posting was decided elsewhere (a ballot, a reorganisation). */
  readonly plannedElsewhere: boolean;
  readonly hardship: readonly CircumstanceKind[];
  /** Was placed out of wish in the round before. */
  readonly priorityFromLastRound: boolean;
  /** Posts for which a head requested this person by name. */
  readonly requestedFor: readonly string[];
  /** Units in which somebody serves whom this person must not serve with, and who takes no part in the round. HR-only. */
  readonly separatedFrom: readonly string[];
  readonly waivers: readonly WaiverFact[];
  /** Whole months served in each department, now or before, by its code. Snapshots of older rounds lack it. */
  readonly experience?: Readonly<Record<string, number>>;
  /** Whole kilometres from home to each dong, by its code; empty where the home is not known. HR-only. */
  readonly commuteKm?: Readonly<Record<string, number>>;
}
