import { allIds } from '../ids/id-table.js';
import { drawLottery, type Seed } from '../lottery/lottery.js';
import { effectiveLists } from './effective-lists.js';
import type { EmployeeInput, InstanceInput } from './input.js';
import { employeeCount, type Instance } from './instance.js';

/**
 * The instance as `jari-instance/1` with printed lists: scores and lottery become one strict list for each seat, people whom
 * a rule excludes are left off it, and what remains needs no seed. Mechanisms give the same assignment on both.
 */
export function toInstanceJson(instance: Instance, options: { readonly seed: Seed }): InstanceInput {
  const people = allIds(instance.employees);
  const seats = allIds(instance.seats);
  const lists = effectiveLists(instance, drawLottery(employeeCount(instance), options.seed));
  const seatName = (seat: number): string | null => (seat < 0 ? null : seats[seat]!);
  const employees = people.map((id, person): EmployeeInput => {
    const former = instance.formerOutside.get(person) ?? seatName(instance.formerSeat[person]!);
    const mustMove = instance.mustMove[person] === 1;
    return {
      id,
      current: mustMove ? former : seatName(instance.current[person]!),
      wishes: Array.from(instance.wishSeat.subarray(instance.wishStart[person], instance.wishStart[person + 1]), (seat) => seats[seat]!),
      mustMove,
    };
  });
  return {
    format: 'jari-instance/1',
    employees,
    seats: seats.map((id, seat) => ({
      id,
      capacity: instance.capacity[seat]!,
      priority: Array.from(lists.person.subarray(lists.start[seat], lists.start[seat + 1]), (person) => people[person]!),
    })),
    order: Array.from(instance.order, (person) => people[person]!),
  };
}
