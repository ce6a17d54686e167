import { addDays, covers, wholeMonths, type Posting } from '#organization';

/**
 * Whole months without a change of sides between the district office and the dong, at the end of the day `on`.
 * A gap between two postings ends the stretch.
 */
export const sideMonths = (postings: readonly Posting[], isInDong: (positionId: string) => boolean, on: string): number => {
  const present = postings.find(({ startedOn, endedOn }) => covers(startedOn, endedOn, on));
  if (present === undefined) return 0;
  const side = isInDong(present.positionId);
  let since = present.startedOn;
  for (;;) {
    const before = postings.find(({ positionId, endedOn }) => endedOn === since && isInDong(positionId) === side);
    if (before === undefined) return wholeMonths(since, addDays(on, 1));
    since = before.startedOn;
  }
};
