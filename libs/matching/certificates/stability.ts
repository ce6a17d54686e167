import { idAt } from '../ids/id-table.js';
import type { Instance } from '../instance/instance.js';
import { Findings, type BlockingPair, type Certificate, type JustifiedEnvy, type WastedPlace } from './certificate.js';
import { betterEnd, BY_NOTHING, BY_STAYING, missesOwnSeat, type Holdings } from './holdings.js';
import type { Standing } from './standing.js';

const NOBODY = -1;

/** By seat: the holder of some kind who stands last there, and where; nobody stands at -Infinity. */
class LastHolders {
  readonly person: Int32Array;
  readonly standing: Float64Array;

  constructor(seats: number) {
    this.person = new Int32Array(seats).fill(NOBODY);
    this.standing = new Float64Array(seats).fill(-Infinity);
  }

  see(seat: number, person: number, standing: number): void {
    if (standing <= this.standing[seat]!) return;
    this.standing[seat] = standing;
    this.person[seat] = person;
  }
}

/**
 * One walk over everything people like better than what they got: free places (waste), people holding the seat behind them
 * (envy by the printed priority; blocking pairs by the order which the mechanism used). A seat's `reach` is the standing
 * behind which nothing of all that can be, so that most claims cost one comparison.
 */
export function checkClaims(
  instance: Instance, holdings: Holdings, standing: Standing,
): Pick<Certificate, 'nonWasteful' | 'noJustifiedEnvy' | 'stable'> {
  const { employees, seats, current, wishStart, wishSeat, wishReason } = instance;
  const { inUse, newcomers, kept } = readLastHolders(instance, holdings, standing);
  const reach = holdings.free.reduce((all, free, seat) => {
    all[seat] = free > 0 ? Infinity : Math.max(newcomers.standing[seat]!, kept.standing[seat]!);
    return all;
  }, new Float64Array(holdings.free.length));
  const waste = new Findings<WastedPlace>();
  const envy = new Findings<JustifiedEnvy>();
  const blocking = new Findings<BlockingPair>();
  let towardsKeptIncumbents = 0;
  const name = (who: number): string => idAt(employees, who);

  function judge(person: number, seat: number, printed: number, used: number): void {
    const free = holdings.free[seat]!;
    if (free > 0) {
      waste.add(() => ({ employee: name(person), seat: idAt(seats, seat), free }));
      blocking.add(() => ({ employee: name(person), seat: idAt(seats, seat), instead: null }));
    } else if (used < inUse.standing[seat]!) {
      blocking.add(() => ({ employee: name(person), seat: idAt(seats, seat), instead: name(inUse.person[seat]!) }));
    }
    if (printed < newcomers.standing[seat]!) {
      envy.add(() => ({ employee: name(person), seat: idAt(seats, seat), towards: name(newcomers.person[seat]!) }));
    } else if (printed < kept.standing[seat]!) towardsKeptIncumbents++;
  }

  for (let person = 0; person < current.length; person++) {
    const own = current[person]!;
    const end = betterEnd(instance, holdings, person);
    for (let k = wishStart[person]!; k < end; k++) {
      if (wishReason !== null && wishReason[k] !== 0) continue;
      const seat = wishSeat[k]!;
      const printed = standing.printedOfWish(person, k);
      // At the own seat the order that the mechanism used may be another.
      if (printed < reach[seat]! || seat === own) judge(person, seat, printed, standing.ofWish(person, k));
    }
    if (missesOwnSeat(instance, holdings, person)) judge(person, own, standing.printedOfCurrent(person), standing.ofCurrent(person));
  }
  return { nonWasteful: waste.result(), noJustifiedEnvy: { ...envy.result(), towardsKeptIncumbents }, stable: blocking.result() };
}

/** Those who hold a seat that was never open to them stand nowhere. */
function readLastHolders({ current, capacity }: Instance, { assignment, given }: Holdings, standing: Standing) {
  const inUse = new LastHolders(capacity.length);
  const newcomers = new LastHolders(capacity.length);
  const kept = new LastHolders(capacity.length);
  for (let person = 0; person < current.length; person++) {
    const wish = given[person]!;
    if (wish === BY_NOTHING) continue;
    const seat = assignment[person]!;
    const staying = wish === BY_STAYING;
    inUse.see(seat, person, staying ? standing.ofCurrent(person) : standing.ofWish(person, wish));
    (current[person] === seat ? kept : newcomers).see(seat, person, staying ? standing.printedOfCurrent(person) : standing.printedOfWish(person, wish));
  }
  return { inUse, newcomers, kept };
}
