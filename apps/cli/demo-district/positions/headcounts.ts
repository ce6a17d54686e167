import { type Random } from '../random.js';
import { type PositionDraft } from './draft.js';
import { HEADCOUNT_PLAN, LARGEST_HEADCOUNT } from './plan.js';

function weight(draft: PositionDraft, headcount: number): number {
  if (!draft.grows || headcount >= LARGEST_HEADCOUNT) return 0;
  if (draft.specialistTenureMonths !== null || draft.isProtected) return headcount >= 2 ? 0 : 0.5;
  return (draft.heavyWorkload ? 2.5 : 1) / headcount;
}

/**
 * Headcounts in the order of `drafts`: each starts with its own, then the posts that may grow take the rest of the
 * plan, heavy workload first. @throws RangeError when a grade cannot meet the plan exactly.
 */
export function settleHeadcounts(drafts: readonly PositionDraft[], random: Random): number[] {
  const headcounts = drafts.map((draft) => draft.headcount);
  for (const [gradeText, planned] of Object.entries(HEADCOUNT_PLAN)) {
    const grade = Number(gradeText);
    const members = drafts.flatMap((draft, index) => (draft.nominalGrade === grade ? [index] : []));
    let missing = planned - members.reduce((sum, index) => sum + (headcounts[index] ?? 0), 0);
    if (missing < 0) throw new RangeError(`grade ${grade}: ${-missing} posts above the plan`);
    for (; missing > 0; missing -= 1) {
      const weights = members.map((index) => {
        const draft = drafts[index];
        return draft === undefined ? 0 : weight(draft, headcounts[index] ?? 0);
      });
      const chosen = members[random.weightedIndex(weights)];
      if (chosen !== undefined) headcounts[chosen] = (headcounts[chosen] ?? 0) + 1;
    }
  }
  return headcounts;
}
