import type { Part } from './part.js';

/** Three people of whom two at a time can be in a cycle: cycles with two or three of them exclude each other. */
export type Triple = readonly [number, number, number];

const MOST_CUTS_A_TIME = 25;
/** Beyond so many people split by the optimum the triples are too many to look at. */
const MOST_SPLIT = 120;
const VIOLATED = 1.02;

export function usesOf(triple: Triple, members: readonly number[]): number {
  return Number(members.filter((row) => triple.includes(row)).length >= 2);
}

/**
 * The triples that the fractional optimum violates most (subset-row cuts; Jepsen, Petersen, Spoorendonk & Pisinger 2008):
 * half the rows of three people, rounded down, say that at most one cycle has two of them.
 */
export function violatedTriples({ members }: Part, cycles: readonly number[], share: Float64Array): Triple[] {
  const split = cycles.map((cycle, at) => ({ list: members[cycle]!, share: share[at]! })).filter((one) => one.share > 1e-3 && one.share < 1 - 1e-3);
  const people = [...new Set(split.flatMap(({ list }) => list))];
  if (people.length > MOST_SPLIT) return [];
  const place = new Map(people.map((row, at) => [row, at]));
  const size = people.length;
  // How much of the optimum holds both of a pair, and all three of a triple.
  const pair = new Float64Array(size * size);
  const whole = new Map<string, number>();
  for (const { list, share: part } of split) {
    const at = list.map((row) => place.get(row)!).sort((a, b) => a - b);
    for (let i = 0; i < at.length; i++) {
      for (let j = i + 1; j < at.length; j++) {
        pair[at[i]! * size + at[j]!]! += part;
        for (let k = j + 1; k < at.length; k++) { const name = `${at[i]!},${at[j]!},${at[k]!}`; whole.set(name, (whole.get(name) ?? 0) + part); }
      }
    }
  }
  const found: { triple: Triple; left: number }[] = [];
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      for (let k = j + 1; k < size; k++) {
        const sum = pair[i * size + j]! + pair[i * size + k]! + pair[j * size + k]!;
        if (sum <= VIOLATED) continue;
        const left = sum - 2 * (whole.get(`${i},${j},${k}`) ?? 0);
        if (left > VIOLATED) found.push({ triple: [people[i]!, people[j]!, people[k]!], left });
      }
    }
  }
  return found.sort((a, b) => b.left - a.left).slice(0, MOST_CUTS_A_TIME).map(({ triple }) => triple);
}
