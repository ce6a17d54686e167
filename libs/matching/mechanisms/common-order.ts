import { effectiveLists } from '../instance/effective-lists.js';
import { employeeCount, seatCount, type Instance } from '../instance/instance.js';
import { groupBy } from '../instance/ranks.js';

/** Whether nobody's scores differ from seat to seat. */
export function everyoneHasOneScore({ basis, wishStart, wishScore, current, currentStanding }: Instance): boolean {
  if (basis !== 'scores') return false;
  for (let person = 0; person < current.length; person++) {
    let one = currentStanding[person]!;
    for (let k = wishStart[person]!; k < wishStart[person + 1]!; k++) {
      if (one >= 0 && wishScore[k] !== one) return false;
      one = wishScore[k]!;
    }
  }
  return true;
}

/**
 * Whether some single order of people agrees with every seat's list, incumbents who are not listed behind it: exactly when
 * "stands next behind", taken over all lists, has no circle.
 */
export function agreesWithOneOrder(instance: Instance, lottery: Int32Array): boolean {
  const people = employeeCount(instance);
  const lists = effectiveLists(instance, lottery);
  const incumbents = groupBy(instance.current, seatCount(instance));
  const listedAt = new Int32Array(people).fill(-1);
  const edgesFrom: number[] = [];
  const edgesTo: number[] = [];
  for (let seat = 0; seat < seatCount(instance); seat++) {
    let before = -1;
    const follow = (person: number): void => {
      if (before >= 0) { edgesFrom.push(before); edgesTo.push(person); }
      before = person;
    };
    for (let q = lists.start[seat]!; q < lists.start[seat + 1]!; q++) { listedAt[lists.person[q]!] = seat; follow(lists.person[q]!); }
    for (let q = incumbents.start[seat]!; q < incumbents.start[seat + 1]!; q++) if (listedAt[incumbents.item[q]!] !== seat) follow(incumbents.item[q]!);
  }
  return canBeOrdered(people, Int32Array.from(edgesFrom), Int32Array.from(edgesTo));
}

/** Takes away people whom nobody stands before any more (Kahn 1962); a circle is what remains. */
function canBeOrdered(people: number, from: Int32Array, to: Int32Array): boolean {
  const behind = groupBy(from, people);
  const waitsFor = new Int32Array(people);
  for (const person of to) waitsFor[person]!++;
  const ready: number[] = [];
  for (let person = 0; person < people; person++) if (waitsFor[person] === 0) ready.push(person);
  let taken = 0;
  for (let person = ready.pop(); person !== undefined; person = ready.pop()) {
    taken++;
    for (let q = behind.start[person]!; q < behind.start[person + 1]!; q++) {
      const next = to[behind.item[q]!]!;
      if (--waitsFor[next]! === 0) ready.push(next);
    }
  }
  return taken === people;
}
