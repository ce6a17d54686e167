import { idAt } from '../ids/id-table.js';
import { buildInstance } from '../instance/build.js';
import { employeeCount, type Instance } from '../instance/instance.js';
import type { Seed } from '../lottery/lottery.js';
import { solve } from '../solve.js';
import type { Placement } from './plain.js';

/** The instance of an input that has no fault; a fault fails the test with all of them. */
export function built(input: unknown): Instance {
  const result = buildInstance(input);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.instance;
}

export function named(instance: Instance, assignment: Int32Array): Placement {
  return Object.fromEntries(Array.from({ length: employeeCount(instance) }, (_, person) => (
    [idAt(instance.employees, person), assignment[person]! < 0 ? null : idAt(instance.seats, assignment[person]!)])));
}

export function place(input: unknown, mechanism: string, seed: Seed = 1): Placement {
  const instance = built(input);
  return named(instance, solve(instance, mechanism, { seed }).assignment);
}
