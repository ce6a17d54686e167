import { idAt } from '../ids/id-table.js';
import type { Instance } from '../instance/instance.js';
import { Findings, type BlockingPair, type Certificate, type JustifiedEnvy, type WastedPlace } from './certificate.js';
import { forEachClaim } from './claims.js';
import { BY_STAYING, type Holdings } from './holdings.js';
import type { Standing } from './standing.js';

/** The holder who stands last at each seat, among those that `counts` lets in; -1 where there is none. */
function lastHolders(holdings: Holdings, standingOf: (person: number) => number, counts: (person: number, seat: number) => boolean) {
  const seats = holdings.free.length;
  const last = new Int32Array(seats).fill(-1);
  const worst = new Float64Array(seats).fill(-Infinity);
  for (let seat = 0; seat < seats; seat++) {
    for (let q = holdings.start[seat]!; q < holdings.start[seat + 1]!; q++) {
      const person = holdings.holder[q]!;
      if (!counts(person, seat)) continue;
      const standing = standingOf(person);
      if (standing > worst[seat]!) { worst[seat] = standing; last[seat] = person; }
    }
  }
  return { last, worst };
}

/**
 * One walk over everything people like better than what they got: free places (waste), people holding the seat behind them
 * (envy by the printed priority; blocking pairs by the order which the mechanism used).
 */
export function checkClaims(
  instance: Instance, holdings: Holdings, standing: Standing,
): Pick<Certificate, 'nonWasteful' | 'noJustifiedEnvy' | 'stable'> {
  const { employees, seats, current } = instance;
  const given = (person: number): number => holdings.given[person]!;
  const used = (person: number): number => given(person) === BY_STAYING ? standing.ofCurrent(person) : standing.ofWish(person, given(person));
  const printed = (person: number): number => given(person) === BY_STAYING ? standing.printedOfCurrent(person) : standing.printedOfWish(person, given(person));
  const placed = (person: number): boolean => given(person) !== -1;
  const inUse = lastHolders(holdings, used, placed);
  const newcomers = lastHolders(holdings, printed, (person, seat) => placed(person) && current[person] !== seat);
  const kept = lastHolders(holdings, printed, (person, seat) => placed(person) && current[person] === seat);
  const waste = new Findings<WastedPlace>();
  const envy = new Findings<JustifiedEnvy>();
  const blocking = new Findings<BlockingPair>();
  let towardsKeptIncumbents = 0;
  forEachClaim(instance, holdings, (person, seat, wish) => {
    const name = (who: number): string => idAt(employees, who);
    const free = holdings.free[seat]!;
    if (free > 0) {
      waste.add(() => ({ employee: name(person), seat: idAt(seats, seat), free }));
      blocking.add(() => ({ employee: name(person), seat: idAt(seats, seat), instead: null }));
    } else if ((wish < 0 ? standing.ofCurrent(person) : standing.ofWish(person, wish)) < inUse.worst[seat]!) {
      blocking.add(() => ({ employee: name(person), seat: idAt(seats, seat), instead: name(inUse.last[seat]!) }));
    }
    const mine = wish < 0 ? standing.printedOfCurrent(person) : standing.printedOfWish(person, wish);
    if (mine < newcomers.worst[seat]!) {
      envy.add(() => ({ employee: name(person), seat: idAt(seats, seat), towards: name(newcomers.last[seat]!) }));
    } else if (mine < kept.worst[seat]!) towardsKeptIncumbents++;
    return false;
  });
  return { nonWasteful: waste.result(), noJustifiedEnvy: { ...envy.result(), towardsKeptIncumbents }, stable: blocking.result() };
}
