import { DEMO_SEED, generateDemoDistrict, generateStaffRequests, generateWishes } from '../demo-district/index.js';
import type { DemoStory } from './cast.js';

/** On a few days of the calendar the plan of the district cannot be met with the usual seed. */
const SEEDS_TRIED = 20;

/**
 * The invented district on a day, with wishes and heads' requests. The same day gives the same district.
 * @throws RangeError when no seed makes one
 */
export const storyOn = (referenceDate: string, firstSeed = DEMO_SEED): DemoStory => {
  let failure: unknown;
  for (let seed = firstSeed; seed < firstSeed + SEEDS_TRIED; seed += 1) {
    try {
      const district = generateDemoDistrict({ seed, referenceDate });
      const lists = generateWishes(district, { seed });
      return { district, lists, staffRequests: generateStaffRequests(district, lists, { seed }) };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      failure = error;
    }
  }
  throw failure;
};
