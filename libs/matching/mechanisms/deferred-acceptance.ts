import type { Instance } from '../instance/instance.js';
import { heartbeat, type Draw, type Outcome } from './mechanism.js';
import { FIRST, lotteryShift, standingKey } from './keys.js';
import { Places } from './places.js';

/**
 * Employee-proposing deferred acceptance (Gale & Shapley 1962) in the order of McVitie & Wilson (1971): one person after
 * the other proposes, and whoever is pushed out proposes next. The result does not depend on that order.
 *
 * Each person stands at a seat with one 32-bit key, lower is better: the place in the printed list, or the score's
 * complement over the first 15 bits of the lottery. Only equal keys read the whole lottery, so no list is ever sorted.
 * With `incumbentsFirst`, incumbents outrank all others at their own seat; being at most as many as its places, they are
 * never pushed out there.
 */
export function deferredAcceptance(
  instance: Instance, draw: Draw, incumbentsFirst: boolean, proposers: Int32Array | null = null,
): Outcome {
  const { wishStart, wishSeat, wishScore, wishRank, current, currentStanding } = instance;
  const people = current.length;
  const byRank = instance.basis === 'priority';
  const restricted = instance.wishReason !== null;
  const reason = instance.wishReason ?? new Uint16Array(0);
  const { lottery, watch } = draw;
  const shift = lotteryShift(people);
  const places = new Places(instance, lottery);
  const { cut } = places;
  const next = wishStart.slice(0, people);
  let steps = 0;
  for (let turn = 0; turn < people; turn++) {
    if ((turn & 0x3fff) === 0) heartbeat(watch, turn, people);
    let person = proposers === null ? turn : proposers[turn]!;
    while (person >= 0) {
      const end = wishStart[person + 1]!;
      const own = current[person]!;
      const drawn = 1 + (lottery[person]! >>> shift);
      let out = person;
      let k = next[person]!;
      while (out === person && k < end) {
        const seat = wishSeat[k]!;
        if (restricted && reason[k]! !== 0) { k++; continue; }
        steps++;
        const key = seat === own
          ? (incumbentsFirst ? FIRST : standingKey(currentStanding[person]!, byRank, drawn))
          : byRank ? wishRank[k]! : ((32_767 - wishScore[k]!) << 16) | drawn;
        k++;
        if (key > cut[seat]!) continue;
        out = places.offer(seat, person, key);
        // The own seat stood among the wishes, so it is not tried again at the end of the list.
        if (out !== person && seat === own && incumbentsFirst) k = end + 1;
      }
      if (out === person && k === end && own >= 0 && !listsOwn(wishSeat, wishStart[person]!, end, own)) {
        steps++;
        k = end + 1;
        const key = incumbentsFirst ? FIRST : standingKey(currentStanding[person]!, byRank, drawn);
        if (key <= cut[own]!) out = places.offer(own, person, key);
      }
      next[person] = k;
      // Still without a place: the list is exhausted, and the chain ends here.
      person = out === person ? -1 : out;
    }
  }
  heartbeat(watch, people, people);
  return { assignment: places.assignment(people), steps };
}

function listsOwn(wishSeat: Int32Array, from: number, to: number, own: number): boolean {
  for (let k = from; k < to; k++) if (wishSeat[k] === own) return true;
  return false;
}
