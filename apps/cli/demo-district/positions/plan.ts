/**
 * The headcount plan of the district (정원표): posts by nominal grade, 1,480 in all; 0 = outside the grades.
 * A post admits a band of grades, but is counted under one.
 */
export const HEADCOUNT_PLAN: Readonly<Record<number, number>> = { 4: 9, 5: 70, 6: 400, 7: 474, 8: 320, 9: 190, 0: 17 };

/** Staff of each grade: all managers' posts are filled, the 45 vacancies lie in grades 7 to 9. */
export const STAFF_PLAN: Readonly<Record<number, number>> = { 4: 9, 5: 70, 6: 400, 7: 456, 8: 305, 9: 178, 0: 17 };

export const LARGEST_HEADCOUNT = 4;

/** Recounts posts by nominal grade from the positions themselves. */
export function countPosts(positions: readonly { nominalGrade: number; authorizedHeadcount: number }[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { nominalGrade, authorizedHeadcount } of positions) {
    counts[nominalGrade] = (counts[nominalGrade] ?? 0) + authorizedHeadcount;
  }
  return counts;
}
