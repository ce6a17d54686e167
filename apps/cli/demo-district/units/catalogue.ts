import { CULTURE } from './culture.js';
import { FINANCE } from './finance.js';
import { FUTURE } from './future.js';
import { HEALTH } from './health.js';
import { OFFICES } from './offices.js';
import { SAFETY } from './safety.js';
import { SPACE } from './space.js';
import { type BureauSpec, type DivisionSpec } from './spec.js';
import { URBAN } from './urban.js';
import { WELFARE } from './welfare.js';

/** The seven bureaus, then the health centre, in the order of the district's organisation chart. */
export const BUREAUS: readonly BureauSpec[] = [CULTURE, FUTURE, WELFARE, FINANCE, SPACE, URBAN, SAFETY, HEALTH];

/** Units directly below the deputy mayor, without a bureau: two offices and the secretariat of the council. */
export const TOP_DIVISIONS: readonly DivisionSpec[] = OFFICES;

/** The one division that is headed by grade 4 (지방의회 사무국장). */
export const COUNCIL_SECRETARIAT = '의회사무국';
