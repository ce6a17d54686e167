import { bilingual } from '#platform';

/** Why somebody wishes for a post. `null` stands in drafts only: filing asks for a reason. */
export const WISH_REASON_CODES = [
  'CAREER_DEVELOPMENT', 'EXPERTISE', 'WORK_LIFE_BALANCE', 'COMMUTE', 'HEALTH',
  'FAMILY_CARE', 'LONG_TENURE', 'WORKLOAD', 'TEAM_FIT', 'OTHER',
] as const;

export type WishReasonCode = (typeof WISH_REASON_CODES)[number];

/** What is written under these reasons is read by HR alone (product.md, "Who sees wishes"). */
export const HR_ONLY_REASONS: readonly WishReasonCode[] = ['HEALTH', 'FAMILY_CARE'];

/** The reasons with their labels, for whoever draws a form. */
export const wishReasons = () =>
  WISH_REASON_CODES.map((code) => ({ code, label: bilingual(`reason.${code}`), hrOnlyText: HR_ONLY_REASONS.includes(code) }));
