import { type DemoEmployee } from '../model.js';

export const REASON_CODES = [
  'CAREER_DEVELOPMENT', 'EXPERTISE', 'WORK_LIFE_BALANCE', 'COMMUTE', 'HEALTH', 'FAMILY_CARE', 'LONG_TENURE', 'WORKLOAD', 'TEAM_FIT', 'OTHER',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

export interface DemoWish {
  /** 1 to 5. */
  readonly rank: number;
  readonly positionCode: string;
  readonly reasonCode: ReasonCode;
  readonly reasonText: string;
}

export interface DemoCheckIn {
  readonly on: string;
  readonly note: string;
}

export interface DemoPreparation {
  /** Rank of the wish that the preparation serves. */
  readonly wishRank: number;
  readonly what: string;
  readonly dueOn: string;
  readonly evidenceNote: string;
  /** In order of days, none after the reference date. */
  readonly checkIns: readonly DemoCheckIn[];
}

export interface DemoWishList {
  readonly employeeNumber: string;
  readonly displaced: boolean;
  readonly wishes: readonly DemoWish[];
  readonly preparation: readonly DemoPreparation[];
}

export interface WishOptions {
  readonly seed: number;
  /** Who may be expected to file, beside the displaced and those who file in vain; a narrow filter gives fewer lists. Default: tenure, grade and presence at the year's end (`isLikelyEligible`). */
  readonly eligibleFilter?: (employee: DemoEmployee) => boolean;
  /** How many people have a post in the hidden plan of exchanges (default 180); competition undoes a part of them. */
  readonly plannedMoves?: number;
}

export interface DemoStaffRequest {
  readonly headEmployeeNumber: string;
  /** The division or dong that asks. */
  readonly unitCode: string;
  readonly requests: readonly { readonly rank: number; readonly positionCode: string; readonly employeeNumber: string; readonly reasonText: string }[];
}
