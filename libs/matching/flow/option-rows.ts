import type { Instance } from '../instance/instance.js';

/**
 * What each person may be given under the right to stay, as compressed rows that a flow can walk and shorten. Row `q` is
 * the `q`-th person of the common order, which decides what the aim leaves open: who comes first is served first. The
 * options of a row are `seat[start[q] .. end[q])` with their `rank`: the open wishes at their position (1 = first) up to the
 * own seat where it is listed; else all of them and, with the rank `fallback`, the own seat or nothing.
 */
export interface OptionRows {
  readonly person: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly seat: Int32Array;
  readonly rank: Int32Array;
  /** Places of each seat; behind them, at index `nowhere`, places for everybody who may end with nothing, and one more. */
  readonly places: Int32Array;
  readonly nowhere: number;
  /** The longest list of the instance plus one. */
  readonly fallback: number;
}

export function optionRows(instance: Instance): OptionRows {
  const { wishStart, wishSeat, wishReason, current, capacity, order: person } = instance;
  const people = current.length;
  const nowhere = capacity.length;
  let longest = 0;
  for (let one = 0; one < people; one++) longest = Math.max(longest, wishStart[one + 1]! - wishStart[one]!);
  const seat = new Int32Array(wishSeat.length + people);
  const rank = new Int32Array(wishSeat.length + people);
  const start = new Int32Array(people);
  const end = new Int32Array(people);
  let newcomers = 0;
  let at = 0;
  for (let row = 0; row < people; row++) {
    const one = person[row]!;
    const own = current[one]!;
    if (own < 0) newcomers++;
    start[row] = at;
    let k = wishStart[one]!;
    let listsOwn = false;
    for (; k < wishStart[one + 1]! && !listsOwn; k++) {
      if (wishReason !== null && wishReason[k] !== 0) continue;
      seat[at] = wishSeat[k]!;
      rank[at++] = k - wishStart[one]! + 1;
      listsOwn = wishSeat[k] === own;
    }
    if (!listsOwn) {
      seat[at] = own < 0 ? nowhere : own;
      rank[at++] = longest + 1;
    }
    end[row] = at;
  }
  const places = new Int32Array(nowhere + 1);
  places.set(capacity);
  places[nowhere] = newcomers + 1;
  return { person, start, end, seat, rank, places, nowhere, fallback: longest + 1 };
}
