import type { Bound } from '../mechanisms/mechanism.js';
import type { Moves } from './moves.js';

/** What a move would cost beyond the best that the prices leave its person, 0 or less with the sign turned: 0 = nothing lost. */
export function reducedValues(moves: Moves, ownSeat: Int32Array, stayCost: number, price: Float64Array): Int32Array {
  const value = new Int32Array(moves.gain.length);
  for (const person of moves.holder) {
    const least = leastCost(moves, ownSeat, stayCost, price, person);
    for (let k = moves.start[person]!; k < moves.start[person + 1]!; k++) {
      value[k] = Math.max(LOWEST, least - (price[moves.arcTo[moves.arc[k]!]!]! - moves.gain[k]!));
    }
  }
  return value;
}

/** Sums of a seat's values must stay far above `CLOSED`. */
const LOWEST = -(2 ** 20);

function leastCost({ start, arc, gain, arcTo }: Moves, ownSeat: Int32Array, stayCost: number, price: Float64Array, person: number): number {
  let least = stayCost + price[ownSeat[person]!]!;
  for (let k = start[person]!; k < start[person + 1]!; k++) least = Math.min(least, price[arcTo[arc[k]!]!]! - gain[k]!);
  return least;
}

export interface Limits {
  /** No exchange moves more people. */
  readonly movers: number;
  /** No exchange that moves that many has a greater gain. */
  readonly gain: number;
}

/**
 * What the prices prove: every holder costs at least the cheapest of their seats, prices included, and all together pay each
 * seat's price as often as it has holders (weak duality).
 */
export function limitsByPrices(moves: Moves, ownSeat: Int32Array, stayCost: number, price: Float64Array): Limits {
  let cost = 0;
  for (const person of moves.holder) cost += leastCost(moves, ownSeat, stayCost, price, person) - price[ownSeat[person]!]!;
  const stayers = Math.max(0, Math.ceil(cost / stayCost));
  return { movers: moves.holder.length - stayers, gain: stayers * stayCost - cost };
}

/** `stayingRank` is the total rank of everybody when nobody moves. */
export function boundOf(found: Limits, limits: Limits, stayingRank: number, prices: Float64Array): Bound {
  const most = found.movers === limits.movers;
  return {
    optimal: most && found.gain === limits.gain,
    movers: found.movers, moversAtMost: limits.movers, gap: limits.movers === 0 ? 0 : (limits.movers - found.movers) / limits.movers,
    totalRank: stayingRank - found.gain, totalRankAtLeast: most ? stayingRank - limits.gain : null, prices,
  };
}
