import type { PriorityLists } from './instance.js';

/** 0, 1, 2, … : everybody in the order of the input. */
export function inOrderOfInput(people: number): Int32Array<ArrayBuffer> {
  const order = new Int32Array(people);
  for (let person = 0; person < people; person++) order[person] = person;
  return order;
}

/** Groups the numbers 0..n-1 by a key; those with a negative key are left out. Stable, one counting pass. */
export function groupBy(keys: Int32Array, groups: number): { start: Int32Array; item: Int32Array } {
  const start = new Int32Array(groups + 1);
  for (let i = 0; i < keys.length; i++) if (keys[i]! >= 0) start[keys[i]! + 1]!++;
  for (let g = 0; g < groups; g++) start[g + 1]! += start[g]!;
  const next = start.slice(0, groups);
  const item = new Int32Array(start[groups]!);
  for (let i = 0; i < keys.length; i++) if (keys[i]! >= 0) item[next[keys[i]!]!++] = i;
  return { start, item };
}

/**
 * The place of every wish in its seat's printed list (-1 = not listed) and of every incumbent at the own seat: incumbents
 * who are not listed follow the listed people in the order of employees. A wish for the own seat carries that same place.
 */
export function rankByLists(
  lists: PriorityLists, wishStart: Int32Array, wishSeat: Int32Array, current: Int32Array,
): { wishRank: Int32Array; currentStanding: Int32Array } {
  const seats = lists.start.length - 1;
  const wishRank = new Int32Array(wishSeat.length).fill(-1);
  const currentStanding = new Int32Array(current.length).fill(-1);
  const wisher = new Int32Array(wishSeat.length);
  for (let person = 0; person < current.length; person++) wisher.fill(person, wishStart[person], wishStart[person + 1]);
  const wishes = groupBy(wishSeat, seats);
  const incumbents = groupBy(current, seats);
  const place = new Int32Array(current.length);
  const placedBy = new Int32Array(current.length).fill(-1);
  for (let seat = 0; seat < seats; seat++) {
    const from = lists.start[seat]!;
    const to = lists.start[seat + 1]!;
    for (let q = from; q < to; q++) { place[lists.person[q]!] = q - from; placedBy[lists.person[q]!] = seat; }
    let behind = to - from;
    for (let q = incumbents.start[seat]!; q < incumbents.start[seat + 1]!; q++) {
      const person = incumbents.item[q]!;
      if (placedBy[person] !== seat) { place[person] = behind++; placedBy[person] = seat; }
      currentStanding[person] = place[person]!;
    }
    for (let q = wishes.start[seat]!; q < wishes.start[seat + 1]!; q++) {
      const person = wisher[wishes.item[q]!]!;
      if (placedBy[person] === seat) wishRank[wishes.item[q]!] = place[person]!;
    }
  }
  return { wishRank, currentStanding };
}
