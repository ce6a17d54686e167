import type { ConstrainedSpec, Constraint } from '../constrained/spec.js';
import { OBJECTIVES } from '../constrained/spec.js';
import type { InstanceInput } from '../instance/input.js';
import { seededRandom } from '../lottery/lottery.js';

/** Random constraints on a random round, the same for the same seed; many of them cannot be kept. */
export function randomSpec(input: InstanceInput, constraints: number, seed: number): ConstrainedSpec {
  const random = seededRandom(`spec ${seed}`);
  const below = (n: number): number => random() % n;
  const some = (list: readonly string[], least: number): string[] => {
    const left = [...list], chosen: string[] = [];
    for (let count = Math.min(list.length, least + below(Math.max(1, list.length - least))); count > 0; count--) chosen.push(...left.splice(below(left.length), 1));
    return chosen;
  };
  const people = input.employees.map(({ id }) => id), seats = input.seats.map(({ id }) => id);
  const label = (text: string) => ({ ko: text, en: text });
  const groups = ['A', 'B', 'C'].map((code) => ({ code, label: label(`group ${code}`), seats: some(seats, 1) }));
  const marks = ['m', 'n'].map((code) => ({ code, label: label(`mark ${code}`), people: some(people, 1) }));
  const group = (): string => groups[below(3)]!.code;
  const mark = (): string => marks[below(2)]!.code;
  const one = (id: string): Constraint => {
    const least = below(3);
    switch (below(7)) {
      case 0: return { id, kind: 'apart', people: some(people, 2), groups: [group(), group()] };
      case 1: return { id, kind: 'outflow', group: group(), most: below(2) };
      case 2: return { id, kind: 'minimumStaff', group: group(), least };
      case 3: return { id, kind: 'minimumExperienced', group: group(), mark: mark(), least };
      case 4: return { id, kind: 'mix', group: group(), mark: mark(), least: below(2), most: 1 + below(2) };
      case 5: return { id, kind: 'moveBudget', most: below(3) };
      default: return { id, kind: 'mustFill', group: group(), ...(below(2) === 0 ? { least } : {}) };
    }
  };
  return { objective: OBJECTIVES[below(3)]!, groups, marks, constraints: Array.from({ length: constraints }, (_, at) => one(`c${at + 1}`)) };
}
