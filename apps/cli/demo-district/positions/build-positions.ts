import { type DemoPosition } from '../model.js';
import { type Random, stream } from '../random.js';
import { UNITS_VALID_FROM, type BuiltUnits } from '../units/build-units.js';
import { bureauHead, divisionPosts, teamsWithSenior } from './division-posts.js';
import { dongPosts } from './dong-posts.js';
import { type PositionDraft } from './draft.js';
import { settleHeadcounts } from './headcounts.js';
import { HEADCOUNT_PLAN } from './plan.js';
import { protection } from './protection.js';

type Band = readonly [highest: number, lowest: number];

/** Bands that a post of a nominal grade may have, with their weights. Headships and managers' posts admit one grade. */
const BANDS: Readonly<Record<number, readonly (readonly [Band, number])[]>> = {
  6: [[[6, 7], 0.6], [[6, 6], 0.4]],
  7: [[[7, 8], 0.5], [[6, 7], 0.25], [[7, 7], 0.25]],
  8: [[[7, 8], 0.5], [[8, 9], 0.4], [[8, 8], 0.1]],
  9: [[[8, 9], 0.85], [[9, 9], 0.15]],
};

function band(draft: PositionDraft, random: Random): Band {
  const { nominalGrade: grade, headship } = draft;
  if (grade === 0) return [0, 0]; // the house writes a post outside the grades as 0–0
  const choices = headship === null ? BANDS[grade] : undefined;
  return choices === undefined ? [grade, grade] : random.weighted(choices, ([, weight]) => weight)[0];
}

/** Turns drafts into rows with codes `<unit>-01`, `<unit>-02` … in the order given. */
export function toPositions(
  drafts: readonly PositionDraft[], headcounts: readonly number[], random: Random, referenceDate: string,
  valid: { from: string; to: string | null } = { from: UNITS_VALID_FROM, to: null },
): DemoPosition[] {
  const serial = new Map<string, number>();
  let frozen = 0;
  return drafts.map((draft, index) => {
    const number = (serial.get(draft.unitCode) ?? 0) + 1;
    serial.set(draft.unitCode, number);
    const [highestGrade, lowestGrade] = band(draft, random);
    const freeze = draft.isProtected ? protection(frozen++, referenceDate) : { protectionReason: null, protectedUntil: null };
    return {
      code: `${draft.unitCode}-${String(number).padStart(2, '0')}`,
      unitCode: draft.unitCode,
      duty: draft.duty,
      dutyEn: draft.dutyEn,
      description: draft.description,
      authorizedHeadcount: headcounts[index] ?? draft.headcount,
      highestGrade,
      lowestGrade,
      jobSeries: draft.jobSeries,
      requiredLicences: draft.requiredLicences,
      headship: draft.headship,
      heavyWorkload: draft.heavyWorkload,
      specialist: draft.specialistTenureMonths !== null,
      specialistTenureMonths: draft.specialistTenureMonths,
      ...freeze,
      validFrom: valid.from,
      validTo: valid.to,
      nominalGrade: draft.nominalGrade,
    };
  });
}

/** All positions of the district; the headcounts meet HEADCOUNT_PLAN exactly. */
export function buildPositions(units: BuiltUnits, seed: number, referenceDate: string): DemoPosition[] {
  const divisions = [...units.topDivisions, ...units.bureaus.flatMap((bureau) => bureau.divisions)];
  const dongDrafts = units.dongs.flatMap((dong) => dongPosts(dong.code, dong.spec.name, dong.spec.size));
  const leads = divisions.reduce((sum, division) => sum + division.teams.length, 0);
  const dongSixths = dongDrafts.filter((draft) => draft.nominalGrade === 6).length;
  const withSenior = teamsWithSenior(divisions, (HEADCOUNT_PLAN[6] ?? 0) - leads - dongSixths);
  const drafts = [
    ...units.topDivisions.flatMap((division) => divisionPosts(division, withSenior)),
    ...units.bureaus.flatMap((bureau) => [
      bureauHead(bureau),
      ...bureau.divisions.flatMap((division) => divisionPosts(division, withSenior)),
    ]),
    ...dongDrafts,
  ];
  return toPositions(drafts, settleHeadcounts(drafts, stream(seed, 'headcounts')), stream(seed, 'bands'), referenceDate);
}
