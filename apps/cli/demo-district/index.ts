export type {
  DemoCouple, DemoDistrict, DemoEmployee, DemoFacts, DemoHardship, DemoMerger, DemoPosition, DemoUnit, HardshipKind,
} from './model.js';
/** The season that the demo plays: the January 2027 round, seen from the November before it. */
export const DEMO_SEED = 20270101;
export const DEMO_REFERENCE_DATE = '2026-11-20';

export { generateDemoDistrict } from './generate-district.js';
export { countPosts, HEADCOUNT_PLAN, STAFF_PLAN } from './positions/plan.js';
export { type Directory, directory } from './directory.js';
export { directoryWithMerger, generateWishes } from './wishes/generate-wishes.js';
export { generateStaffRequests } from './wishes/staff-requests.js';
export { type DemoGrievance, GRIEVANCES } from './wishes/grievances.js';
export {
  type DemoCheckIn, type DemoPreparation, type DemoStaffRequest, type DemoWish, type DemoWishList, REASON_CODES, type ReasonCode,
} from './wishes/model.js';
