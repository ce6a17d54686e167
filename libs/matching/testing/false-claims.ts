import type { Certificate } from '../certificates/certificate.js';
import { holders, liking, type Placement, type Plain } from './plain.js';

/**
 * What a certificate says of an assignment and a third person with the instance and the assignment finds untrue: nothing,
 * if all is well. `used` is the order that the mechanism used, `printed` HR's own.
 */
export function falseClaims(used: Plain, printed: Plain, placement: Placement, certificate: Certificate): string[] {
  const wrong: string[] = [];
  const check = (claim: string, holds: boolean): void => { if (!holds) wrong.push(claim); };
  /** A seat that is not open to the person is worth less than none. */
  const worth = (person: string, seat: string | null): number => {
    const place = liking(used, person, seat);
    return place < 0 ? Infinity : place;
  };
  const wants = (person: string, seat: string): boolean => worth(person, seat) < worth(person, placement[person] ?? null);
  const before = (instance: Plain, a: string, b: string, seat: string): boolean => {
    const list = instance.ranking.get(seat)!;
    return list.includes(a) && (!list.includes(b) || list.indexOf(a) < list.indexOf(b));
  };
  const inside = (seat: string): string[] => holders(used, placement, seat);

  for (const fault of certificate.feasible.items) {
    if (fault.code === 'SEAT_OVERFULL') check(`${fault.seat} overfull`, inside(fault.seat).length === fault.holders && fault.holders > used.capacity.get(fault.seat)! && fault.places === used.capacity.get(fault.seat));
    else check(`${fault.seat} not open to ${fault.employee}`, placement[fault.employee] === fault.seat && liking(used, fault.employee, fault.seat) < 0);
  }
  for (const { employee, current, got } of certificate.individuallyRational.items) {
    check(`${employee} worse off`, used.current.get(employee) === current && placement[employee] === got && worth(employee, current) < worth(employee, got));
  }
  for (const { employee, seat, free } of certificate.nonWasteful.items) {
    check(`${seat} wasted on ${employee}`, wants(employee, seat) && used.capacity.get(seat)! - inside(seat).length === free && free > 0);
  }
  for (const { employee, seat, towards } of certificate.noJustifiedEnvy.items) {
    check(`${employee} envies ${towards}`, wants(employee, seat) && placement[towards] === seat && used.current.get(towards) !== seat && before(printed, employee, towards, seat));
  }
  for (const { employee, seat, instead } of certificate.stable.items) {
    const room = instead === null ? inside(seat).length < used.capacity.get(seat)! : placement[instead] === seat && before(used, employee, instead, seat);
    check(`${employee} and ${seat} block`, wants(employee, seat) && room);
  }
  const { improvement } = certificate.paretoEfficient;
  if (improvement !== null) {
    const after = { ...placement };
    for (const { employee, from, to } of improvement.steps) {
      check(`${employee} gains from ${from} to ${to}`, from === placement[employee] && wants(employee, to));
      after[employee] = to;
    }
    for (const seat of used.seats) check(`${seat} can hold the improvement`, holders(used, after, seat).length <= Math.max(used.capacity.get(seat)!, inside(seat).length));
  }
  return wrong;
}
