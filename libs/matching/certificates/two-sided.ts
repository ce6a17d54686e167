import { idAt } from '../ids/id-table.js';
import { employeeCount, seatCount, type Instance } from '../instance/instance.js';
import { groupBy } from '../instance/ranks.js';
import { Findings, type Finding, type ImprovementStep, type SeatWorseOff } from './certificate.js';
import { betterEnd, BY_STAYING, type Holdings } from './holdings.js';
import type { Standing } from './standing.js';

/**
 * No seat is worse off than before: as many people as before, the best of them no lower than the best before, the second
 * no lower than the second, and so on; and nobody without a seat took part.
 */
export function checkTwoSidedRational(instance: Instance, holdings: Holdings, standing: Standing): Finding<SeatWorseOff> {
  const findings = new Findings<SeatWorseOff>();
  const before = groupBy(instance.current, seatCount(instance));
  for (let seat = 0; seat < seatCount(instance); seat++) {
    const old = Array.from(before.item.subarray(before.start[seat], before.start[seat + 1]), (person) => standing.printedOfCurrent(person)).sort((a, b) => a - b);
    const now = Array.from(holdings.holder.subarray(holdings.start[seat], holdings.start[seat + 1]), (person) => standingOf(holdings, standing, person)).sort((a, b) => a - b);
    if (now.length < old.length) findings.add(() => ({ seat: idAt(instance.seats, seat), code: 'FEWER_PEOPLE' }));
    else if (old.some((standingBefore, at) => now[at]! > standingBefore)) findings.add(() => ({ seat: idAt(instance.seats, seat), code: 'LOWER_PEOPLE' }));
  }
  for (let person = 0; person < employeeCount(instance); person++) {
    const seat = holdings.assignment[person]!;
    if (instance.current[person]! < 0 && seat >= 0) findings.add(() => ({ seat: idAt(instance.seats, seat), code: 'HELD_NO_SEAT_BEFORE' }));
  }
  return findings.result();
}

/**
 * A further exchange among holders that leaves every mover and every seat better off, or null when there is none. There is
 * one exactly when "likes the seat of, and stands there before" has a circle: in a better placement the newcomers of each
 * seat can be paired with its leavers so that each stands before the other, and these pairs close circles.
 */
export function findFurtherExchange(instance: Instance, holdings: Holdings, standing: Standing): ImprovementStep[] | null {
  const { wishStart, wishSeat, wishReason, current } = instance;
  const people = employeeCount(instance);
  const state = new Uint8Array(people);
  const wishAt = wishStart.slice(0, people);
  const holderAt = new Int32Array(people);
  const path: number[] = [];
  for (let root = 0; root < people; root++) {
    if (state[root] !== 0 || current[root]! < 0 || holdings.assignment[root]! < 0) continue;
    state[root] = 1;
    path.push(root);
    while (path.length > 0) {
      const person = path[path.length - 1]!;
      const next = nextOver(person);
      if (next < 0) { state[person] = 2; path.pop(); continue; }
      if (state[next] === 1) {
        const circle = path.slice(path.indexOf(next));
        return circle.map((member) => ({
          employee: idAt(instance.employees, member), from: idAt(instance.seats, holdings.assignment[member]!), to: idAt(instance.seats, wishSeat[wishAt[member]!]!) }));
      }
      state[next] = 1;
      path.push(next);
    }
  }
  return null;

  /** Another holder of a seat that the person likes better, before whom they stand there, not yet found to lead nowhere. */
  function nextOver(person: number): number {
    for (const end = betterEnd(instance, holdings, person); wishAt[person]! < end; wishAt[person]!++, holderAt[person] = 0) {
      const wish = wishAt[person]!;
      const seat = wishSeat[wish]!;
      if (wishReason !== null && wishReason[wish] !== 0) continue;
      const mine = standing.printedOfWish(person, wish);
      for (let q = holdings.start[seat]! + holderAt[person]!; q < holdings.start[seat + 1]!; q++) {
        const holder = holdings.holder[q]!;
        holderAt[person]!++;
        if (state[holder] === 2 || current[holder]! < 0 || standingOf(holdings, standing, holder) <= mine) continue;
        return holder;
      }
    }
    return -1;
  }
}

function standingOf(holdings: Holdings, standing: Standing, person: number): number {
  const given = holdings.given[person]!;
  return given === BY_STAYING ? standing.printedOfCurrent(person) : given < 0 ? Infinity : standing.printedOfWish(person, given);
}
