import type { WishReasonCode } from './wish-reason.js';

export const MAX_WISHES = 5;
export const MAX_REASON_LENGTH = 500;

/** One wish as its owner writes it; its place in the list is its choice rank. */
export interface WishInput {
  readonly positionId: string;
  readonly reasonCode?: WishReasonCode | null;
  readonly reasonText?: string | null;
}

/** A wish ready to be written: rank and every column. */
export interface RankedWish {
  readonly choiceRank: number;
  readonly positionId: string;
  readonly reasonCode: WishReasonCode | null;
  readonly reasonText: string | null;
}

/** First wish = first choice. Empty texts become null. */
export const rankWishes = (wishes: readonly WishInput[]): RankedWish[] =>
  wishes.map(({ positionId, reasonCode, reasonText }, index) => ({
    choiceRank: index + 1,
    positionId,
    reasonCode: reasonCode ?? null,
    reasonText: reasonText?.trim() || null,
  }));
