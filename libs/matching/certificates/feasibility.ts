import { idAt } from '../ids/id-table.js';
import type { Instance } from '../instance/instance.js';
import { Findings, type FeasibilityFault, type Finding, type WorseOff } from './certificate.js';
import { BY_NOTHING, type Holdings } from './holdings.js';

/** Nobody holds a seat that was not open to them, and no seat holds more people than it has places. */
export function checkFeasible(instance: Instance, holdings: Holdings): Finding<FeasibilityFault> {
  const findings = new Findings<FeasibilityFault>();
  const { employees, seats, capacity } = instance;
  for (let person = 0; person < holdings.assignment.length; person++) {
    const seat = holdings.assignment[person]!;
    if (seat >= 0 && holdings.given[person] === BY_NOTHING) {
      findings.add(() => ({ code: 'NOT_OPEN_TO', employee: idAt(employees, person), seat: idAt(seats, seat) }));
    }
  }
  for (let seat = 0; seat < capacity.length; seat++) {
    if (holdings.free[seat]! >= 0) continue;
    const places = capacity[seat]!;
    findings.add(() => ({ code: 'SEAT_OVERFULL', seat: idAt(seats, seat), places, holders: places - holdings.free[seat]! }));
  }
  return findings.result();
}

/** Nobody who may stay got something that they like less than staying. */
export function checkIndividuallyRational(instance: Instance, holdings: Holdings): Finding<WorseOff> {
  const findings = new Findings<WorseOff>();
  const { wishStart, wishSeat, current } = instance;
  for (let person = 0; person < current.length; person++) {
    const own = current[person]!;
    if (own < 0 || holdings.assignment[person] === own) continue;
    const given = holdings.given[person]!;
    let worse = given === BY_NOTHING;
    for (let k = wishStart[person]!; !worse && k < given; k++) worse = wishSeat[k] === own;
    if (!worse) continue;
    const got = holdings.assignment[person]!;
    findings.add(() => ({ employee: idAt(instance.employees, person), current: idAt(instance.seats, own), got: got < 0 ? null : idAt(instance.seats, got) }));
  }
  return findings.result();
}
