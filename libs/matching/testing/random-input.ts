import type { EmployeeInput, InstanceInput } from '../instance/input.js';
import { seededRandom } from '../lottery/lottery.js';

export interface RandomShape {
  readonly people: number;
  readonly seats: number;
  readonly basis: 'scores' | 'priority' | 'lottery';
  /** Scores are drawn below this: few values make many ties. */
  readonly scoreValues?: number;
  readonly mostPlaces?: number;
  readonly mustMove?: boolean;
  readonly exclusions?: boolean;
  readonly newcomers?: number;
}

/** A random round for tests, the same for the same seed: full of edge cases (no wishes, no places, own seat listed, ties). */
export function randomInput(shape: RandomShape, seed: number): InstanceInput {
  const random = seededRandom(`input ${seed}`);
  const below = (n: number): number => random() % n;
  const chance = (share: number): boolean => random() < share * 2 ** 32;
  const shuffled = <Item>(list: readonly Item[]): Item[] => {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i--) { const j = below(i + 1); [copy[i], copy[j]] = [copy[j]!, copy[i]!]; }
    return copy;
  };
  const seatIds = Array.from({ length: shape.seats }, (_, at) => `s${at + 1}`);
  const capacity = seatIds.map(() => below((shape.mostPlaces ?? 2) + 1));
  const left = [...capacity];
  const people = Array.from({ length: shape.people }, (_, at) => `p${at + 1}`);
  const values = shape.scoreValues ?? 4;
  const employees = people.map((id): EmployeeInput => {
    const mustMove = shape.mustMove === true && chance(0.2);
    const seat = below(shape.seats);
    const has = !chance(shape.newcomers ?? 0.3) && (mustMove || left[seat]! > 0);
    if (has && !mustMove) left[seat]!--;
    const current = has ? (mustMove && chance(0.3) ? 'abolished' : seatIds[seat]!) : null;
    const wishes = shuffled(seatIds).slice(0, below(shape.seats + 1)).filter((wish) => !(mustMove && wish === current) && !(wish === current && chance(0.6)));
    return {
      id, current, wishes, ...(mustMove ? { mustMove } : {}),
      ...(shape.basis === 'scores' ? { scores: wishes.map(() => below(values)), currentScore: chance(0.7) ? below(values) : null } : {}),
      ...(shape.exclusions === true ? { ineligible: wishes.map(() => (chance(0.2) ? ['MINIMUM_TENURE', 'GRADE_BAND'][below(2)]! : null)) } : {}),
    };
  });
  const seats = seatIds.map((id, at) => ({
    id, capacity: capacity[at]!, ...(shape.basis === 'priority' ? { priority: shuffled(people).slice(0, chance(0.5) ? shape.people : below(shape.people + 1)) } : {}),
  }));
  return { format: 'jari-instance/1', employees, seats, order: shuffled(people) };
}
