import type { Instance } from '../instance/instance.js';
import { inOrderOfInput } from '../instance/ranks.js';
import { heartbeat, type Draw, type Outcome } from './mechanism.js';
import { FIRST, lotteryShift, standingKey } from './keys.js';
import { Places } from './places.js';

/**
 * Employee-proposing deferred acceptance (Gale & Shapley 1962): everybody proposes, then everybody who was pushed out, and so
 * on. The result does not depend on the order (McVitie & Wilson 1971), the speed does: whoever proposes next is known long
 * before, so the machine fetches several people's wishes at once, while in a chain each waits for the one before.
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
  let waiting: Int32Array = proposers?.slice() ?? inOrderOfInput(people);
  let pushedOut: Int32Array = new Int32Array(people);
  let handled = 0;
  for (let count = people; count > 0;) {
    let outside = 0;
    for (let turn = 0; turn < count; turn++) {
      // Never more people are pushed out than proposed, so this share does not fall.
      if ((handled++ & 0x3fff) === 0) heartbeat(watch, people - count, people);
      const person = waiting[turn]!;
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
      // The same person: refused everywhere, the list is exhausted. -1: nobody had to go.
      if (out >= 0 && out !== person) pushedOut[outside++] = out;
    }
    [waiting, pushedOut] = [pushedOut, waiting];
    count = outside;
  }
  heartbeat(watch, people, people);
  return { assignment: places.assignment(people), steps };
}

function listsOwn(wishSeat: Int32Array, from: number, to: number, own: number): boolean {
  for (let k = from; k < to; k++) if (wishSeat[k] === own) return true;
  return false;
}
