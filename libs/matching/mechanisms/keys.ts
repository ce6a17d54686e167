/**
 * One 32-bit key says where a person stands at a seat, lower is better: the place in the printed list, or the score's
 * complement over the first 15 bits of the lottery. People with equal keys are told apart by the whole lottery.
 */

/** An incumbent who may stay stands before everybody; nobody else has this key. */
export const FIRST = -2_147_483_648;
/** Incumbents without a score stand behind everybody else, among themselves in the order of employees. */
export const UNSCORED = 2_147_483_646;

/** The lottery keeps its first 15 bits in a key: how far to shift the places of so many people. */
export function lotteryShift(people: number): number {
  return Math.max(0, 32 - Math.clz32(Math.max(0, people - 1)) - 15);
}

export function standingKey(standing: number, byRank: boolean, drawn: number): number {
  if (byRank) return standing;
  return standing < 0 ? UNSCORED : ((32_767 - standing) << 16) | drawn;
}
