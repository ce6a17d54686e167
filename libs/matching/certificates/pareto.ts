import { idAt } from '../ids/id-table.js';
import type { Instance } from '../instance/instance.js';
import type { ImprovementStep, ParetoImprovement } from './certificate.js';
import { forEachClaim } from './claims.js';
import { betterEnd, type Holdings } from './holdings.js';

const NEW = 0, OPEN = 1, DONE = 2;

/**
 * A change that makes somebody better off and nobody worse off, or null when there is none. On strict wishes the ways of
 * all who gain, laid from their old seat to the new one, either end in a free place, or leave every seat as often as they
 * enter it and so close a cycle. Hence the two searches: a free place that somebody would rather have, then a cycle in the
 * graph "a holder of seat A would rather have seat B", by a depth-first walk. Linear in the wishes.
 */
export function findImprovement(instance: Instance, holdings: Holdings): ParetoImprovement | null {
  let free: ImprovementStep | null = null;
  forEachClaim(instance, holdings, (person, seat) => {
    if (holdings.free[seat]! <= 0) return false;
    free = step(instance, holdings, person, seat);
    return true;
  });
  if (free !== null) return { kind: 'free-place', steps: [free] };
  const cycle = findCycle(instance, holdings);
  return cycle === null ? null : { kind: 'cycle', steps: cycle };
}

function step(instance: Instance, holdings: Holdings, person: number, to: number): ImprovementStep {
  const from = holdings.assignment[person]!;
  return { employee: idAt(instance.employees, person), from: from < 0 ? null : idAt(instance.seats, from), to: idAt(instance.seats, to) };
}

function findCycle(instance: Instance, holdings: Holdings): ImprovementStep[] | null {
  const { wishStart, wishSeat, wishReason } = instance;
  const seats = holdings.free.length;
  const state = new Uint8Array(seats);
  const holderAt = holdings.start.slice(0, seats);
  const wishAt = new Int32Array(seats).fill(-1);
  const path: number[] = [];
  for (let root = 0; root < seats; root++) {
    if (state[root] !== NEW) continue;
    state[root] = OPEN;
    path.push(root);
    while (path.length > 0) {
      const seat = path[path.length - 1]!;
      const target = nextTarget(seat);
      if (target < 0) { state[seat] = DONE; path.pop(); continue; }
      if (state[target] === OPEN) return cycleFrom(path.indexOf(target));
      if (state[target] === NEW) { state[target] = OPEN; path.push(target); }
    }
  }
  return null;

  /** The next seat that a holder of this one would rather have; `holderAt` and `wishAt` remember who and which wish. */
  function nextTarget(seat: number): number {
    for (let q = holderAt[seat]!; q < holdings.start[seat + 1]!; q++) {
      const person = holdings.holder[q]!;
      const end = betterEnd(instance, holdings, person);
      for (let k = wishAt[seat] === -1 ? wishStart[person]! : wishAt[seat]! + 1; k < end; k++) {
        if (wishReason !== null && wishReason[k] !== 0) continue;
        holderAt[seat] = q;
        wishAt[seat] = k;
        return wishSeat[k]!;
      }
      wishAt[seat] = -1;
    }
    holderAt[seat] = holdings.start[seat + 1]!;
    return -1;
  }

  function cycleFrom(begin: number): ImprovementStep[] {
    return path.slice(begin).map((seat) => step(instance, holdings, holdings.holder[holderAt[seat]!]!, wishSeat[wishAt[seat]!]!));
  }
}
