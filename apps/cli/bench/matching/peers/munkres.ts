import type { Measured, Task } from '../measured.js';
import { readBareRound } from './bare-round.js';
import { loadPeer } from './load-peer.js';

interface Api { munkres(costs: readonly (readonly number[])[]): [number, number][] }

/** `munkres`, least total rank on the full square of people and places: a wish costs its position, anything else one more than the longest list. */
export async function munkres({ folder }: Task): Promise<Measured> {
  const { munkres: assign } = await loadPeer<Api>('munkres');
  const round = readBareRound(folder);
  const seatOfPlace = Array.from(round.capacity, (capacity, seat) => Array.from({ length: capacity }, () => seat)).flat();
  const longest = Math.max(0, ...Array.from({ length: round.people }, (_, person) => round.wishStart[person + 1]! - round.wishStart[person]!));
  const costs = Array.from({ length: round.people }, (_, person) => {
    const cost = new Array<number>(round.seats).fill(longest + 1);
    for (let k = round.wishStart[person]!; k < round.wishStart[person + 1]!; k++) cost[round.wishSeat[k]!] = k - round.wishStart[person]! + 1;
    return seatOfPlace.map((seat) => cost[seat]!);
  });
  let total = 0;
  return {
    run: () => { total = assign(costs).reduce((sum, [person, place]) => sum + costs[person]![place]!, 0); },
    note: () => `total rank ${total}`,
    hash: () => '',
  };
}
