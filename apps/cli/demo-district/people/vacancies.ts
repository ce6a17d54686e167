import { type DemoPosition } from '../model.js';
import { HEADCOUNT_PLAN, STAFF_PLAN } from '../positions/plan.js';
import { type Random } from '../random.js';

/** Vacant posts of grade 7 that a grade 6 officer may take too; chains that start here reach the managers. */
const OPEN_TO_SIXTH = 6;

/**
 * Codes of the posts with one empty place (결원), spread so that no division has more than two. Headships, protected
 * posts, posts that ask for a licence and the merging dongs have none.
 */
export function chooseVacancies(
  positions: readonly DemoPosition[], divisionOf: (position: DemoPosition) => string,
  closed: ReadonlySet<string>, random: Random,
): ReadonlySet<string> {
  const vacant = new Set<string>();
  const perDivision = new Map<string, number>();
  const usable = random.shuffle(positions.filter((position) =>
    position.headship === null && position.protectedUntil === null && position.requiredLicences.length === 0
    && !position.specialist && !closed.has(position.unitCode)));
  const take = (wanted: number, fits: (position: DemoPosition) => boolean): void => {
    let left = wanted;
    for (const position of usable) {
      const division = divisionOf(position);
      if (left === 0) return;
      if (vacant.has(position.code) || !fits(position) || (perDivision.get(division) ?? 0) >= 2) continue;
      vacant.add(position.code);
      perDivision.set(division, (perDivision.get(division) ?? 0) + 1);
      left -= 1;
    }
    if (left > 0) throw new RangeError(`${left} vacancies find no post`);
  };
  const general = (position: DemoPosition): boolean => position.jobSeries.includes('행정');
  take(OPEN_TO_SIXTH, (position) => position.nominalGrade === 7 && position.highestGrade === 6 && general(position));
  for (const grade of [7, 8, 9]) {
    const wanted = (HEADCOUNT_PLAN[grade] ?? 0) - (STAFF_PLAN[grade] ?? 0) - (grade === 7 ? OPEN_TO_SIXTH : 0);
    const welfare = Math.round(wanted / 4);
    take(welfare, (position) => position.nominalGrade === grade && position.jobSeries.includes('사회복지'));
    take(wanted - welfare, (position) => position.nominalGrade === grade && general(position));
  }
  return vacant;
}
