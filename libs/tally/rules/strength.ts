/** How strong a victory is: the ballots for it, or the ballots for it less those against it. */
export const STRENGTH_RULES = ['winning-votes', 'margins'] as const;

export type StrengthRule = (typeof STRENGTH_RULES)[number];

/** The strength of the link from a to b; 0 = a does not win against b, so there is no link. */
export function strengthOf(rule: StrengthRule, forIt: number, against: number): number {
  if (forIt <= against) return 0;
  return rule === 'margins' ? forIt - against : forIt;
}
