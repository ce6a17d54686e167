import { GrowingInt32 } from '../growing.js';
import type { Instance } from '../instance/instance.js';
import type { Options } from './options.js';
import type { Names } from './resolve.js';
import type { Constraint } from './spec.js';

/** Rows of a program in the making, all coefficients 1; each belongs to a constraint, or to the round itself (-1). */
export class Rows {
  readonly start: number[] = [0];
  readonly column = new GrowingInt32();
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly owner: number[] = [];

  add(owner: number, columns: Iterable<number>, lower: number, upper: number): void {
    for (const column of columns) this.column.push(column);
    this.start.push(this.column.length);
    this.lower.push(lower);
    this.upper.push(upper);
    this.owner.push(owner);
  }
}

/** Everybody who may stay gets one of their options, the others at most one, and no seat more people than places. */
export function addRound(rows: Rows, { current, capacity }: Instance, options: Options): void {
  for (let person = 0; person < current.length; person++) {
    const from = options.start[person]!, to = options.start[person + 1]!;
    if (to > from) rows.add(-1, range(from, to), current[person]! >= 0 ? 1 : -Infinity, 1);
  }
  for (let seat = 0; seat < capacity.length; seat++) {
    const here = options.atSeat.subarray(options.atSeatStart[seat], options.atSeatStart[seat + 1]);
    if (here.length > capacity[seat]!) rows.add(-1, here, -Infinity, capacity[seat]!);
  }
}

export function addConstraint(rows: Rows, owner: number, constraint: Constraint, instance: Instance, options: Options, names: Names): void {
  const { current, capacity } = instance;
  const inGroup = (code: string): number[] => [...names.group.get(code)!].flatMap((seat) => [...options.atSeat.subarray(options.atSeatStart[seat], options.atSeatStart[seat + 1])]);
  const marked = (code: string, columns: number[]): number[] => {
    const people = new Set(names.mark.get(code)!);
    return columns.filter((column) => people.has(options.person[column]!));
  };
  switch (constraint.kind) {
    case 'apart': {
      const people = new Set(constraint.people.map((id) => names.person.get(id)!));
      for (const code of new Set(constraint.groups)) {
        const columns = inGroup(code).filter((column) => people.has(options.person[column]!));
        if (columns.length > 1) rows.add(owner, columns, -Infinity, 1);
      }
      return;
    }
    case 'outflow': {
      const seats = new Set(names.group.get(constraint.group)!);
      const columns = inGroup(constraint.group).filter((column) => seats.has(current[options.person[column]!]!));
      const holders = current.reduce((count, seat) => count + Number(seats.has(seat)), 0);
      return rows.add(owner, columns, holders - constraint.most, Infinity);
    }
    case 'minimumStaff': return rows.add(owner, inGroup(constraint.group), constraint.least, Infinity);
    case 'minimumExperienced': return rows.add(owner, marked(constraint.mark, inGroup(constraint.group)), constraint.least, Infinity);
    case 'mix': return rows.add(owner, marked(constraint.mark, inGroup(constraint.group)), constraint.least, constraint.most);
    case 'moveBudget': {
      const stays = [...options.seat.keys()].filter((column) => options.seat[column] === current[options.person[column]!]);
      return rows.add(owner, stays, stays.length - constraint.most, Infinity);
    }
    case 'mustFill': {
      const places = names.group.get(constraint.group)!.reduce((sum, seat) => sum + capacity[seat]!, 0);
      return rows.add(owner, inGroup(constraint.group), constraint.least ?? places, Infinity);
    }
  }
}

function* range(from: number, to: number): Generator<number> {
  for (let at = from; at < to; at++) yield at;
}
