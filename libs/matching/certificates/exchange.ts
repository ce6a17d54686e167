import { idAt } from '../ids/id-table.js';
import type { Instance } from '../instance/instance.js';
import { Findings, type Certificate, type ExchangeFault } from './certificate.js';
import { readCycles } from './exchange-cycles.js';
import { BY_NOTHING, BY_STAYING, type Holdings } from './holdings.js';

export interface ExchangeClaim {
  /** Longest circle allowed. */
  readonly cycleLength: number;
  /** The circles by employee numbers; without them some are looked for. */
  readonly cycles?: readonly (readonly number[])[];
  /** A price for each seat; any prices prove a bound, good ones a tight one. */
  readonly prices?: Float64Array;
}

/**
 * Whoever moved stands in exactly one circle, each member of which gets the present seat of the next one and likes it better
 * than the own; nobody who holds no seat takes part.
 */
export function checkExchangeCycles(instance: Instance, holdings: Holdings, { cycleLength, cycles }: ExchangeClaim): NonNullable<Certificate['exchangeCycles']> {
  const { current, employees, seats } = instance;
  const { assignment } = holdings;
  const findings = new Findings<ExchangeFault>();
  const name = (person: number): string => idAt(employees, person);
  const circles = cycles ?? readCycles(current, assignment, cycleLength);
  const inCircle = new Uint8Array(current.length);
  const byLength: number[] = [];
  for (const circle of circles) {
    byLength[circle.length] = (byLength[circle.length] ?? 0) + 1;
    if (circle.length < 2 || circle.length > cycleLength) findings.add(() => ({ code: 'WRONG_LENGTH', employees: circle.map(name) }));
    circle.forEach((person, at) => {
      if (inCircle[person] === 1) findings.add(() => ({ code: 'IN_TWO_CYCLES', employee: name(person) }));
      inCircle[person] = 1;
      const target = current[circle[(at + 1) % circle.length]!]!;
      if (target < 0 || assignment[person] !== target) findings.add(() => ({ code: 'NOT_TO_THE_NEXT', employee: name(person), got: assignment[person]! < 0 ? null : idAt(seats, assignment[person]!) }));
      else if (!isBetter(instance, holdings, person)) findings.add(() => ({ code: 'NOT_BETTER', employee: name(person), got: idAt(seats, target) }));
    });
  }
  for (let person = 0; person < current.length; person++) {
    if (assignment[person] !== current[person] && inCircle[person] === 0) findings.add(() => ({ code: 'IN_NO_CYCLE', employee: name(person) }));
  }
  return { ...findings.result(), cycleLength, cycles: circles.length, byLength: Array.from(byLength, (count) => count ?? 0) };
}

/** An open wish that stands before the own seat in the list. */
function isBetter({ wishStart, wishSeat, current }: Instance, holdings: Holdings, person: number): boolean {
  const given = holdings.given[person]!;
  if (given === BY_NOTHING || given === BY_STAYING || current[person]! < 0) return false;
  for (let k = wishStart[person]!; k <= given; k++) if (wishSeat[k] === current[person]) return false;
  return true;
}

/**
 * How good the exchange is, and how good one could be at most. Let everybody who holds a seat pay `weight` for staying, the
 * position of the wish for moving, and the price of the seat they end in; whatever the exchange, each seat's price is paid
 * once for each of its holders, so no exchange is cheaper than everybody's cheapest seat less all prices. With a weight
 * above every total rank this bounds the movers first and the rank of those exchanges that move so many.
 */
export function checkExchangeBound(instance: Instance, holdings: Holdings, { prices }: ExchangeClaim): NonNullable<Certificate['exchangeBound']> {
  const { current, wishStart, wishSeat, wishReason } = instance;
  const people = current.length;
  let longest = 0;
  for (let person = 0; person < people; person++) longest = Math.max(longest, wishStart[person + 1]! - wishStart[person]!);
  const held = new Int32Array(instance.capacity.length);
  let holders = 0;
  for (const seat of current) if (seat >= 0) { held[seat]!++; holders++; }
  const weight = holders * longest + 1;
  const priceOf = (seat: number): number => prices?.[seat] ?? 0;
  let movers = 0, totalRank = 0, rankIfAllStay = 0, least = 0;
  for (let person = 0; person < people; person++) {
    const own = current[person]!;
    const from = wishStart[person]!, to = wishStart[person + 1]!;
    let ownAt = from;
    while (ownAt < to && (own < 0 || wishSeat[ownAt] !== own)) ownAt++;
    const stays = ownAt < to ? ownAt - from + 1 : longest + 1;
    const given = holdings.given[person]!;
    rankIfAllStay += stays;
    totalRank += given >= 0 ? given - from + 1 : stays;
    if (own < 0) continue;
    if (holdings.assignment[person] !== own) movers++;
    let cheapest = weight + priceOf(own);
    for (let k = from; k < ownAt; k++) {
      const seat = wishSeat[k]!;
      if (held[seat] === 0 || (wishReason !== null && wishReason[k] !== 0)) continue;
      cheapest = Math.min(cheapest, k - from + 1 - stays + priceOf(seat));
    }
    least += cheapest - priceOf(own);
  }
  const stayersAtLeast = Math.max(0, Math.ceil(least / weight));
  const moversAtMost = holders - stayersAtLeast;
  const totalRankAtLeast = movers === moversAtMost ? rankIfAllStay + Math.ceil(least) - stayersAtLeast * weight : null;
  return { movers, moversAtMost, totalRank, totalRankAtLeast, optimal: totalRank === totalRankAtLeast };
}
