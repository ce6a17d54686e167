import type { Instance } from '../instance/instance.js';

/** Behind every score: incumbents without one. */
const UNSCORED_LEVEL = 65_536;

/**
 * Strict standings at a seat as one number each, lower is better, from which the person can be read again:
 * level × people + tie. Under printed lists the level is the place in the list and the tie the person; else the level is
 * 65535 − score and the tie the place in the lottery. Incumbents without a score stand last, in the order of employees.
 */
export class Standings {
  private readonly people: number;
  private readonly byLists: boolean;
  /** The person at each place of the lottery; empty under printed lists. */
  private readonly drawn: Int32Array;

  constructor(private readonly instance: Instance, private readonly lottery: Int32Array) {
    this.people = instance.current.length;
    this.byLists = instance.basis === 'priority';
    this.drawn = new Int32Array(this.byLists ? 0 : this.people);
    if (!this.byLists) for (let person = 0; person < this.people; person++) this.drawn[lottery[person]!] = person;
  }

  /** At the own seat by HR's order, whatever right the incumbent has. */
  atOwnSeat(person: number): number {
    const standing = this.instance.currentStanding[person]!;
    if (this.byLists) return standing * this.people + person;
    return standing < 0 ? UNSCORED_LEVEL * this.people + person : this.atScore(standing, person);
  }

  /** At the seat of wish number `wish`, an index into `wishSeat`, which is not the own seat. */
  atWish(person: number, wish: number): number {
    if (this.byLists) return this.instance.wishRank[wish]! * this.people + person;
    return this.atScore(this.instance.wishScore[wish]!, person);
  }

  atScore(score: number, person: number): number {
    return (65_535 - score) * this.people + this.lottery[person]!;
  }

  /** Of a printed list's entry. */
  inList(place: number, person: number): number {
    return place * this.people + person;
  }

  personOf(standing: number): number {
    const level = Math.floor(standing / this.people);
    const tie = standing - level * this.people;
    return this.byLists || level === UNSCORED_LEVEL ? tie : this.drawn[tie]!;
  }
}
