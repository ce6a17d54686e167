import type { Instance } from '../instance/instance.js';
import { heartbeat, type Draw, type Outcome } from './mechanism.js';
import { FIRST, lotteryShift, standingKey } from './keys.js';
import { Places } from './places.js';

/** Below this share of people, going through all of them to find who is to propose costs more than it saves. */
const FEW = 1 / 64;

/**
 * Employee-proposing deferred acceptance (Gale & Shapley 1962). The result does not depend on the order of the proposals
 * (McVitie & Wilson 1971), the speed does: going through the people in their order, again and again, reads memory as it lies,
 * while following those who are pushed out leads from person to person. So the last few only are followed, or all people
 * from `proposers` on where they are given.
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
  /** Who is to propose, and four of them at once. */
  const waits = new Uint8Array(Math.ceil(people / 4) * 4).fill(1, 0, people);
  const anyOfFour = new Int32Array(waits.buffer);
  let waiting = people;
  let steps = 0;

  /** Lets a person propose until a seat takes them. Returns who was pushed out there, or -1. */
  function propose(person: number): number {
    waits[person] = 0;
    // Never more people are pushed out than proposed, so this share does not fall.
    if ((--waiting & 0x3fff) === 0) heartbeat(watch, people - waiting - 1, people);
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
    // The same person: refused everywhere, the list is exhausted.
    if (out === person || out < 0) return -1;
    waits[out] = 1;
    waiting++;
    return out;
  }

  while (waiting > people * FEW && proposers === null) {
    for (let four = 0; four < anyOfFour.length; four++) {
      if (anyOfFour[four] === 0) continue;
      for (let person = four * 4; person < four * 4 + 4; person++) if (waits[person] === 1) propose(person);
    }
  }
  for (let turn = 0; turn < people; turn++) {
    for (let person = proposers?.[turn] ?? turn; person >= 0 && waits[person] === 1;) person = propose(person);
  }
  heartbeat(watch, people, people);
  return { assignment: places.assignment(people), steps };
}

function listsOwn(wishSeat: Int32Array, from: number, to: number, own: number): boolean {
  for (let k = from; k < to; k++) if (wishSeat[k] === own) return true;
  return false;
}
