import { GrowingInt32 } from '../../growing.js';
import { groupBy } from '../../instance/ranks.js';
import type { PeopleCycles } from './enumerate.js';

/** The round falls into parts that share no cycle: the cycles of each. People on no cycle are in none. */
export function partsOf({ start, person }: PeopleCycles, people: number): Int32Array[] {
  const root = Int32Array.from({ length: people }, (_, one) => one);
  const find = (one: number): number => {
    while (root[one] !== one) one = root[one] = root[root[one]!]!;
    return one;
  };
  const cycles = start.length - 1;
  for (let cycle = 0; cycle < cycles; cycle++) {
    for (let q = start[cycle]! + 1; q < start[cycle + 1]!; q++) root[find(person[q]!)] = find(person[start[cycle]!]!);
  }
  const number = new Int32Array(people).fill(-1);
  const part = new GrowingInt32(cycles);
  let parts = 0;
  for (let cycle = 0; cycle < cycles; cycle++) {
    const at = find(person[start[cycle]!]!);
    if (number[at]! < 0) number[at] = parts++;
    part.push(number[at]!);
  }
  const { start: from, item } = groupBy(part.cut(), parts);
  return Array.from({ length: parts }, (_, at) => item.subarray(from[at], from[at + 1]));
}
