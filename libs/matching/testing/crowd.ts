import type { InstanceInput } from '../instance/input.js';
import { seededRandom } from '../lottery/lottery.js';

/** A round of holders only, each with several wishes, whose seats have few places: where the length of circles matters. */
export function crowd(people: number, places: number, wishes: number, seed: number): InstanceInput {
  const random = seededRandom(`crowd ${seed}`);
  const seats = Math.ceil(people / places);
  return {
    employees: Array.from({ length: people }, (_, at) => ({
      id: `p${at}`, current: `s${at % seats}`, wishes: [...new Set(Array.from({ length: wishes }, () => `s${random() % seats}`))],
    })),
    seats: Array.from({ length: seats }, (_, at) => ({ id: `s${at}`, capacity: places })),
  };
}
