import type { WishCase } from '../rule.js';

/** Whether an exception from the rule was granted for this wish. */
export const isWaived = ({ person, seat }: WishCase, ruleCode: string): boolean =>
  person.waivers.some((waiver) => waiver.ruleCode === ruleCode && (waiver.seatCode === null || waiver.seatCode === seat?.code));
