import type { Assembly } from './assembly.js';
import type { Fault } from './fault.js';
import { NOT_LISTED, type Basis, type Instance, type PriorityLists } from './instance.js';
import { inOrderOfInput, rankByLists } from './ranks.js';

export type Built =
  | { readonly ok: true; readonly instance: Instance }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** The checks that need the whole input, then the instance; any fault refuses all of it. */
export function finishInstance(assembly: Assembly): Built {
  checkHolders(assembly);
  checkOrder(assembly);
  if (!assembly.faults.isEmpty) return { ok: false, faults: assembly.faults.all() };
  const basis: Basis = assembly.hasLists ? 'priority' : assembly.hasScores ? 'scores' : 'lottery';
  const wishStart = assembly.wishStart.cut();
  const wishSeat = assembly.wishSeat.cut();
  const current = assembly.current.cut();
  const capacity = assembly.capacity.cut();
  const priority = basis === 'priority' ? { start: assembly.listStart.cut(), person: assembly.listPerson.cut() } : null;
  const standing = priority === null
    ? byScores(assembly, basis, wishStart, wishSeat, current)
    : { wishScore: new Uint16Array(0), ...rankByLists(priority, wishStart, wishSeat, current) };
  const reasons = reasonsOf(assembly, priority, wishStart, wishSeat, standing.wishRank, current);
  return {
    ok: true,
    instance: {
      employees: assembly.employees.table(), seats: assembly.seats.table(), basis, wishStart, wishSeat, ...standing, ...reasons,
      current, mustMove: new Uint8Array(assembly.mustMove.cut()), formerSeat: assembly.formerSeat.cut(),
      formerOutside: assembly.formerOutside, capacity, priority,
      order: assembly.hasOrder ? assembly.order.cut() : inOrderOfInput(current.length),
    },
  };
}

function checkHolders(assembly: Assembly): void {
  const holders = new Int32Array(assembly.capacity.length);
  for (let person = 0; person < assembly.current.length; person++) {
    const seat = assembly.current.at(person);
    if (seat >= 0) holders[seat]!++;
  }
  for (let seat = 0; seat < holders.length; seat++) {
    const capacity = assembly.capacity.at(seat);
    if (holders[seat]! > capacity) {
      assembly.faults.add('seats', assembly.seatRow.at(seat), 'capacity', 'HOLDERS_ABOVE_CAPACITY', { capacity, holders: holders[seat]! });
    }
  }
}

function checkOrder(assembly: Assembly): void {
  if (!assembly.hasOrder) return;
  const named = new Uint8Array(assembly.current.length);
  let missing = assembly.current.length;
  for (let position = 0; position < assembly.order.length; position++) {
    const person = assembly.order.at(position);
    if (person < 0) assembly.faults.add('order', position + 1, `order[${position + 1}]`, 'UNKNOWN_EMPLOYEE');
    else if (named[person] === 1) assembly.faults.add('order', position + 1, `order[${position + 1}]`, 'DUPLICATE_IN_ORDER');
    else { named[person] = 1; missing--; }
  }
  if (missing > 0) assembly.faults.add('order', 0, 'order', 'ORDER_INCOMPLETE', { missing });
}

/** Without any score everybody stands equal, incumbents too, and the lottery decides. */
function byScores(assembly: Assembly, basis: Basis, wishStart: Int32Array, wishSeat: Int32Array, current: Int32Array) {
  const wishScore = assembly.wishScore.cut();
  const currentStanding = assembly.currentScore.cut();
  for (let person = 0; person < current.length; person++) {
    if (basis === 'lottery') currentStanding[person] = 0;
    if (current[person]! < 0) { currentStanding[person] = -1; continue; }
    // Who lists the own seat has one score there: the one beside the wish.
    for (let k = wishStart[person]!; k < wishStart[person + 1]!; k++) {
      if (wishSeat[k] === current[person]) currentStanding[person] = wishScore[k]!;
    }
  }
  return { wishScore, wishRank: new Int32Array(0), currentStanding };
}

/** An absent name in a printed list excludes like a rule does; the own seat is always open to those who may keep it. */
function reasonsOf(
  assembly: Assembly, priority: PriorityLists | null, wishStart: Int32Array, wishSeat: Int32Array, wishRank: Int32Array, current: Int32Array,
): { wishReason: Uint16Array | null; reasonCodes: readonly string[] } {
  if (!assembly.hasReasons && priority === null) return { wishReason: null, reasonCodes: assembly.reasonCodes };
  const notListed = priority === null ? 0 : assembly.reasonIndex(NOT_LISTED);
  const wishReason = assembly.hasReasons ? assembly.wishReason.cut() : new Uint16Array(wishSeat.length);
  let excluded = false;
  for (let person = 0; person < current.length; person++) {
    for (let k = wishStart[person]!; k < wishStart[person + 1]!; k++) {
      if (wishSeat[k] === current[person]) wishReason[k] = 0;
      else if (priority !== null && wishReason[k] === 0 && wishRank[k]! < 0) wishReason[k] = notListed;
      if (wishReason[k] !== 0) excluded = true;
    }
  }
  return { wishReason: excluded ? wishReason : null, reasonCodes: assembly.reasonCodes };
}
