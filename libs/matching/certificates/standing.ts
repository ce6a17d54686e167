import type { Instance } from '../instance/instance.js';

/** Ahead of every standing that scores or lists can give. */
const INCUMBENT = 2 ** 50;

/**
 * Where people stand at seats, as one number each, lower is better; written apart from the mechanisms and in another form
 * than theirs, so that a mistake there cannot hide here. Scores: (65535 − score) × people + place in the lottery; incumbents
 * without a score behind everybody, in the order of employees. Printed lists: the place in the list.
 */
export class Standing {
  private readonly people: number;

  constructor(private readonly instance: Instance, private readonly lottery: Int32Array, private readonly incumbentsFirst: boolean) {
    this.people = instance.current.length;
  }

  /** Of `person` at the seat of their wish number `wish` (an index into `wishSeat`), by the order the mechanism used. */
  ofWish(person: number, wish: number): number {
    const lifted = this.incumbentsFirst && this.instance.wishSeat[wish] === this.instance.current[person];
    return this.printedOfWish(person, wish) - (lifted ? INCUMBENT : 0);
  }

  /** The same by HR's printed priority alone. */
  printedOfWish(person: number, wish: number): number {
    if (this.instance.basis === 'priority') return this.instance.wishRank[wish]!;
    return (65_535 - this.instance.wishScore[wish]!) * this.people + this.lottery[person]!;
  }

  ofCurrent(person: number): number {
    return this.printedOfCurrent(person) - (this.incumbentsFirst ? INCUMBENT : 0);
  }

  printedOfCurrent(person: number): number {
    const standing = this.instance.currentStanding[person]!;
    if (this.instance.basis === 'priority') return standing;
    return standing < 0 ? 65_536 * this.people + person : (65_535 - standing) * this.people + this.lottery[person]!;
  }
}
