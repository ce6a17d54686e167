import { allIds, buildInstance, certify, measure, mechanismCodes, runHash, solve, type InstanceInput } from '#matching';
import type { ComparedScenario } from '../season/season-record.js';

/**
 * One scenario for a checker: the mechanism's assignment on `instance.json`, with metrics, certificate and hash as
 * `jari solve` prints them, and beside it what the whole round came to (displaced people first, places out of wish last).
 * @param open what the open phase of the round gave: the same people and seats, unless the mechanism made more exceptions necessary
 * @throws Error when the published instance cannot be solved again
 */
export const scenarioFile = ({ mechanism, title, tradeOff, words, metrics, hash, holds, adoptable, differing }: ComparedScenario, input: InstanceInput, seed: string, open: Readonly<Record<string, string | null>>): string => {
  const built = buildInstance(input);
  if (!built.ok) throw new Error('The published instance has faults');
  const { instance } = built;
  const seats = allIds(instance.seats);
  const people = allIds(instance.employees);
  const solved = mechanismCodes().includes(mechanism) ? solve(instance, mechanism, { seed }) : null;
  // A program for a solver is none of the engine's mechanisms: its file holds what the round gave.
  const placed = solved?.assignment ?? Int32Array.from(people, (id) => seats.indexOf(open[id] ?? ''));
  const assignment = Object.fromEntries(people.map((id, at) => [id, seats[placed[at] ?? -1] ?? null]));
  const asInRound = JSON.stringify(Object.entries(assignment).sort()) === JSON.stringify(Object.entries(open).sort());
  const content = {
    label: '가상 데이터', mechanism, title, tradeOff, seed, assignment,
    metrics: measure(instance, placed), ...(solved && { certificate: certify(instance, placed, solved) }), hash: solved === null ? hash : runHash(instance, solved),
    round: { asInRound, metrics, holds, adoptable, hash, differing, words },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
};
