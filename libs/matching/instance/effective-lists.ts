import { employeeCount, seatCount, type Instance, type PriorityLists } from './instance.js';
import { GrowingInt32 } from '../growing.js';
import { groupBy } from './ranks.js';

/**
 * Every seat's whole list, best first, of the people whom it may receive: HR's list without those whom a rule excludes, or
 * everybody who listed the seat, and its incumbents who have a score there, by score and lottery. Incumbents who stand on no
 * list follow it, in the order of employees, and are left out here.
 */
export function effectiveLists(instance: Instance, lottery: Int32Array): PriorityLists {
  return instance.priority === null ? listsByScore(instance, lottery) : listsWithoutExcluded(instance, instance.priority);
}

function wishers(instance: Instance): Int32Array {
  const wisher = new Int32Array(instance.wishSeat.length);
  for (let person = 0; person < employeeCount(instance); person++) wisher.fill(person, instance.wishStart[person], instance.wishStart[person + 1]);
  return wisher;
}

/** Whether a rule of the caller keeps a person off a seat; people may well stand on the list of a seat they did not wish for. */
export function isExcluded(instance: Instance): (person: number, seat: number) => boolean {
  const { wishReason, wishStart, wishSeat } = instance;
  if (wishReason === null) return () => false;
  return (person, seat) => {
    for (let k = wishStart[person]!; k < wishStart[person + 1]!; k++) if (wishSeat[k] === seat) return wishReason[k] !== 0;
    return false;
  };
}

function listsWithoutExcluded(instance: Instance, priority: PriorityLists): PriorityLists {
  if (instance.wishReason === null) return priority;
  const excluded = isExcluded(instance);
  const start = new Int32Array(priority.start.length);
  const person = new GrowingInt32(priority.person.length);
  for (let seat = 0; seat < seatCount(instance); seat++) {
    for (let q = priority.start[seat]!; q < priority.start[seat + 1]!; q++) {
      if (!excluded(priority.person[q]!, seat)) person.push(priority.person[q]!);
    }
    start[seat + 1] = person.length;
  }
  return { start, person: person.cut() };
}

function listsByScore(instance: Instance, lottery: Int32Array): PriorityLists {
  const { wishSeat, wishScore, wishReason, current, currentStanding } = instance;
  const seats = seatCount(instance);
  const wisher = wishers(instance);
  const wishes = groupBy(wishSeat, seats);
  const incumbents = groupBy(current, seats);
  const start = new Int32Array(seats + 1);
  const person = new GrowingInt32(wishSeat.length);
  for (let seat = 0; seat < seats; seat++) {
    const entries: { person: number; score: number }[] = [];
    for (let q = wishes.start[seat]!; q < wishes.start[seat + 1]!; q++) {
      const k = wishes.item[q]!;
      // An incumbent enters below, with the one score that they have at their own seat.
      if (current[wisher[k]!] !== seat && (wishReason === null || wishReason[k] === 0)) entries.push({ person: wisher[k]!, score: wishScore[k]! });
    }
    for (let q = incumbents.start[seat]!; q < incumbents.start[seat + 1]!; q++) {
      const own = incumbents.item[q]!;
      if (currentStanding[own]! >= 0) entries.push({ person: own, score: currentStanding[own]! });
    }
    entries.sort((a, b) => b.score - a.score || lottery[a.person]! - lottery[b.person]!);
    for (const entry of entries) person.push(entry.person);
    start[seat + 1] = person.length;
  }
  return { start, person: person.cut() };
}
