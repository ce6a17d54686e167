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

/**
 * What the prices prove that any exchange is worth at most, `stayCost` for a mover and 1 for a place gained: every holder
 * costs at least the cheapest of their seats, prices included, and all together pay each seat's price as often as it has
 * holders (weak duality).
 */
export function worthByPrices(moves: Moves, ownSeat: Int32Array, stayCost: number, price: Float64Array): number {
  let cost = 0;
  for (const person of moves.holder) cost += leastCost(moves, ownSeat, stayCost, price, person) - price[ownSeat[person]!]!;
  return moves.holder.length * stayCost - cost;
}

export interface Figures {
  readonly movers: number;
  readonly gain: number;
}

/** The most movers that a worth allows, and the greatest gain with so many: gains together weigh less than one mover. */
export function figuresOf(worth: number, stayCost: number): Figures {
  const movers = Math.floor(worth / stayCost);
  return { movers, gain: worth - movers * stayCost };
}

/** `stayingRank` is the total rank of everybody when nobody moves. */
export function boundOf(found: Figures, limit: Figures, stayingRank: number, prices: Float64Array): Bound {
  const most = found.movers === limit.movers;
  return {
    optimal: most && found.gain === limit.gain,
    movers: found.movers, moversAtMost: limit.movers, gap: limit.movers === 0 ? 0 : (limit.movers - found.movers) / limit.movers,
    totalRank: stayingRank - found.gain, totalRankAtLeast: most ? stayingRank - limit.gain : null, prices,
  };
}
