import type { Moves } from './moves.js';

/**
 * Prices of seats that prove how far any exchange can come, with cycles of whatever length: the dual of the assignment of
 * all holders to as many places as they hold now, at a cost of `stayCost` for staying and minus the gain for a move. Found
 * by inserting one person after the other along shortest paths (Kuhn 1955; Jonker & Volgenant 1987).
 */
export function circulationPrices(moves: Moves, stayCost: number): Float64Array {
  const { start, arc, gain, arcTo, holderStart, holder } = moves;
  const seats = holderStart.length - 1;
  const price = new Float64Array(seats);
  const own = new Int32Array(start.length - 1).fill(-1);
  for (let s = 0; s < seats; s++) for (let q = holderStart[s]!; q < holderStart[s + 1]!; q++) own[holder[q]!] = s;
  const members: number[][] = Array.from({ length: seats }, () => []);
  const at = new Int32Array(own.length).fill(-1);
  const costAt = new Float64Array(own.length);
  const dist = new Float64Array(seats).fill(Infinity);
  const from = new Int32Array(seats);
  const state = new Uint8Array(seats);
  let steps = 0;
  for (const person of holder) {
    const touched: number[] = [];
    const reached: number[] = [];
    const relax = (who: number, base: number): void => {
      const see = (seat: number, cost: number): void => {
        const d = base + cost + price[seat]!;
        if (d >= dist[seat]! || state[seat] === 2) return;
        if (state[seat] === 0) { touched.push(seat); state[seat] = 1; }
        dist[seat] = d;
        from[seat] = who;
      };
      see(own[who]!, stayCost);
      for (let k = start[who]!; k < start[who + 1]!; k++) { steps++; see(arcTo[arc[k]!]!, -gain[k]!); }
    };
    relax(person, 0);
    let end = -1;
    for (;;) {
      let best = -1;
      for (const s of touched) if (state[s] === 1 && (best < 0 || dist[s]! < dist[best]!)) best = s;
      if (members[best]!.length < holderStart[best + 1]! - holderStart[best]!) { end = best; break; }
      state[best] = 2;
      reached.push(best);
      for (const q of members[best]!) relax(q, dist[best]! - costAt[q]! - price[best]!);
    }
    const total = dist[end]!;
    for (const s of reached) price[s]! += total - dist[s]!;
    for (let seat = end; ; ) {
      const who = from[seat]!;
      const before = at[who]!;
      members[seat]!.push(who);
      at[who] = seat;
      costAt[who] = stayCost;
      if (seat !== own[who]) for (let k = start[who]!; k < start[who + 1]!; k++) if (arcTo[arc[k]!] === seat) costAt[who] = -gain[k]!;
      if (before < 0) break;
      members[before]!.splice(members[before]!.indexOf(who), 1);
      seat = before;
    }
    for (const s of touched) { dist[s] = Infinity; state[s] = 0; }
  }
  return price;
}
export function priceBound(moves: Moves, stayCost: number, price: Float64Array): number {
  const { start, arc, gain, arcTo, holderStart, holder } = moves;
  let total = 0;
  for (let s = 0; s < holderStart.length - 1; s++) {
    for (let q = holderStart[s]!; q < holderStart[s + 1]!; q++) {
      const p = holder[q]!;
      let least = stayCost + price[s]!;
      for (let k = start[p]!; k < start[p + 1]!; k++) least = Math.min(least, price[arcTo[arc[k]!]!]! - gain[k]!);
      total += least - price[s]!;
    }
  }
  return total;
}
