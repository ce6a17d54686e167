import type { Instance } from '../instance/instance.js';

/**
 * The best seat of the person's list that has a place, by `left`, or -1: the open wishes, then the own seat unless it is
 * among them. Looked for from the front each time: that costs less than remembering where each person stood, because the
 * places of all seats stay in the cache and a note for each person does not.
 */
export function bestOpenSeat({ wishStart, wishSeat, wishReason, current }: Instance, person: number, left: Int32Array): number {
  const from = wishStart[person]!;
  const end = wishStart[person + 1]!;
  for (let k = from; k < end; k++) {
    const seat = wishSeat[k]!;
    if (left[seat]! > 0 && (wishReason === null || wishReason[k] === 0)) return seat;
  }
  const own = current[person]!;
  if (own < 0 || left[own]! <= 0) return -1;
  // Listed, it was among the wishes that were not open.
  for (let k = from; k < end; k++) if (wishSeat[k] === own) return -1;
  return own;
}
