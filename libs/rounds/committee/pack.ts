import type { Bilingual } from '#contracts';
import type { CriterionSource } from '../criteria/frozen-criteria.js';
import type { Rule } from '../rules/rule.js';
import type { Pool } from '../rules/setting/phase-plan.js';
import type { EarlyMoveCount } from '../early-move/early-move.service.js';
import type { Letterhead } from '../document/page.js';
import type { OverrideView } from '../override/override-query.js';
import type { NamedPost } from '../support/post-book.js';

export interface PackCriterion {
  readonly code: string;
  readonly kind: Rule['kind'];
  readonly title: Bilingual;
  readonly text: Bilingual;
  readonly legalBasis: Bilingual;
  readonly value: unknown;
  readonly source: CriterionSource;
}

export interface PackOutcomes {
  readonly participants: number;
  readonly placed: number;
  /** People who got their first, second, … choice. Whose choice it was stands nowhere in the pack. */
  readonly byRank: readonly number[];
  readonly stayed: number;
  readonly unmet: number;
  readonly outOfWish: number;
  readonly excluded: number;
  readonly movers: number;
  readonly displaced: { readonly people: number; readonly placed: number };
}

export interface PackCertificate {
  readonly holds: boolean;
  readonly checks: readonly { readonly phase: Pool; readonly mechanism: string; readonly code: string; readonly promised: boolean; readonly holds: boolean; readonly count: number }[];
}

export interface PackViolation {
  readonly title: Bilingual;
  readonly text: Bilingual;
  readonly people: number;
  readonly state: 'OPEN' | 'RESOLVED' | 'ACCEPTED';
  readonly resolutionText: string | null;
}

export interface PackMove {
  readonly employeeNumber: string;
  readonly name: string;
  readonly grade: number;
  readonly jobSeries: string;
  readonly from: NamedPost | null;
  readonly to: NamedPost | null;
  readonly basis: 'WISH' | 'OUT_OF_WISH' | 'OVERRIDE';
  /** Only for moves out of wish. */
  readonly reason: string | null;
}

/**
 * What the personnel committee and the mayor are shown. Without anybody's ranking, without who is related to whom and
 * without the text of grounds of health and family: those are for HR alone.
 */
export interface CommitteePack {
  readonly letterhead: Letterhead;
  readonly preparedOn: string;
  readonly round: {
    readonly id: string; readonly name: string; readonly kind: 'REGULAR' | 'AD_HOC'; readonly state: string; readonly resolutionNumber: string | null; readonly resolvedOn: string | null;
    readonly noticeOn: string | null; readonly opensAt: Date; readonly closesAt: Date; readonly cutOffOn: string; readonly effectiveOn: string;
  };
  readonly run: {
    readonly number: number; readonly label: string; readonly mechanism: string; readonly seed: string; readonly hash: string; readonly asNoticed: boolean;
    readonly adoptionReason: string | null; readonly adoptionResolutionNumber: string | null;
  };
  readonly criteria: readonly PackCriterion[];
  readonly outcomes: PackOutcomes;
  readonly certificate: PackCertificate;
  readonly overrides: readonly OverrideView[];
  readonly violations: readonly PackViolation[];
  readonly earlyMoves: EarlyMoveCount;
  readonly waivers: readonly { readonly rule: Bilingual; readonly groundCode: string; readonly count: number }[];
  readonly outOfWish: readonly PackMove[];
  readonly transfers: readonly PackMove[];
  readonly reviews: readonly { readonly decision: 'ENDORSED' | 'SENT_BACK'; readonly resolutionNumber: string; readonly heldOn: string; readonly opinion: string }[];
}
