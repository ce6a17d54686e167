import type { Bilingual } from '#contracts';
import type { Headship } from '#organization';
import { postName } from '../support/post-name.js';

/** What the rules know of a post, frozen when the round is noticed. Codes, not row ids: a replay must not depend on ids. */
export interface SeatFacts {
  readonly code: string;
  readonly duty: Bilingual;
  readonly unitCode: string;
  /** The unit and everything above it, by code, from the top. */
  readonly lineCodes: readonly string[];
  readonly departmentCode: string;
  readonly department: Bilingual;
  readonly bureauCode: string | null;
  readonly inDong: boolean;
  readonly highestGrade: number;
  readonly lowestGrade: number;
  readonly jobSeries: readonly string[];
  readonly requiredLicences: readonly string[];
  readonly headship: Headship | null;
  readonly heavyWorkload: boolean;
  readonly specialist: boolean;
  readonly specialistTenureMonths: number | null;
}

/** How a post is called in a sentence: 재무과 경리. */
export const seatLabel = ({ department, duty }: SeatFacts): Bilingual => postName([department], duty);
