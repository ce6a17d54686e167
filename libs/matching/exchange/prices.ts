import { heartbeat, type Watch } from '../mechanisms/mechanism.js';
import type { Moves } from './moves.js';
import { SeatQueue } from './seat-queue.js';

/** Wishes looked at in all. */
const MOST_LOOKS = 60_000_000;

/**
 * Prices of seats that prove how far any exchange can come, with cycles of whatever length: duals of placing all holders
 * on as many places a seat as they hold now, where staying costs `stayCost` and a move minus its gain. One person after the
 * other is inserted along a cheapest path (Kuhn 1955; Jonker & Volgenant 1987). Whole numbers, so that sums are exact. Any
 * prices prove a bound, so on very large rounds the last people, who cost most, are left out.
 */
export function seatPrices(moves: Moves, ownSeat: Int32Array, stayCost: number, watch: Watch): Float64Array {
  const { start, arc, gain, arcTo, holderStart, holder } = moves;
  const seats = holderStart.length - 1;
  const price = new Float64Array(seats);
  const inside: number[][] = Array.from({ length: seats }, () => []);
  const seatOf = new Int32Array(ownSeat.length).fill(-1);
  const costOf = new Float64Array(ownSeat.length);
  const distance = new Float64Array(seats).fill(Infinity);
  const through = new Int32Array(seats);
  const settled = new Uint8Array(seats);
  const queue = new SeatQueue(distance);

  let looks = 0;

  function see(seat: number, person: number, length: number): void {
    if (settled[seat] === 1 || length >= distance[seat]!) return;
    through[seat] = person;
    queue.put(seat, length);
  }
  function seeAll(person: number, base: number): void {
    looks += start[person + 1]! - start[person]!;
    see(ownSeat[person]!, person, base + stayCost + price[ownSeat[person]!]!);
    for (let k = start[person]!; k < start[person + 1]!; k++) {
      const seat = arcTo[arc[k]!]!;
      see(seat, person, base - gain[k]! + price[seat]!);
    }
  }
  function costAt(person: number, seat: number): number {
    if (seat === ownSeat[person]) return stayCost;
    for (let k = start[person]!; k < start[person + 1]!; k++) if (arcTo[arc[k]!] === seat) return -gain[k]!;
    return Infinity;
  }

  for (let q = 0; q < holder.length && looks < MOST_LOOKS; q++) {
    if ((q & 0x3ff) === 0) heartbeat(watch, q, holder.length);
    const reached: number[] = [];
    seeAll(holder[q]!, 0);
    let seat = queue.take();
    for (; inside[seat]!.length === holderStart[seat + 1]! - holderStart[seat]!; seat = queue.take()) {
      settled[seat] = 1;
      reached.push(seat);
      for (const person of inside[seat]!) seeAll(person, distance[seat]! - costOf[person]! - price[seat]!);
    }
    const whole = distance[seat]!;
    for (const one of reached) {
      price[one]! += whole - distance[one]!;
      settled[one] = 0;
      distance[one] = Infinity;
    }
    distance[seat] = Infinity;
    queue.clear();
    for (let to = seat; to >= 0; ) {
      const person = through[to]!;
      const from = seatOf[person]!;
      if (from >= 0) inside[from]!.splice(inside[from]!.indexOf(person), 1);
      inside[to]!.push(person);
      seatOf[person] = to;
      costOf[person] = costAt(person, to);
      to = from;
    }
  }
  return price;
}
