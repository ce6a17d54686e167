import { createHash } from 'node:crypto';
import type { InstanceInput } from '../instance/input.js';
import { solve } from '../solve.js';
import { randomInput } from '../testing/random-input.js';
import { built } from '../testing/run.js';
import { runHash } from './run-hash.js';

const input = randomInput({ basis: 'scores', people: 12, seats: 4, mustMove: true, exclusions: true, newcomers: 0.2 }, 4);
const hashOf = (changed: InstanceInput, seed: string | number = 5): string => {
  const instance = built(changed);
  return runHash(instance, solve(instance, 'da-star', { seed }));
};

describe('runHash', () => {
  it('is the same on a replay, and with a native SHA-256', () => {
    const instance = built(structuredClone(input));
    const native = () => {
      const hash = createHash('sha256');
      return { update: (bytes: Uint8Array) => hash.update(bytes), hex: () => hash.digest('hex') };
    };
    expect(hashOf(input)).toMatch(/^[0-9a-f]{64}$/);
    expect(runHash(instance, solve(instance, 'da-star', { seed: '5' }), { sha256: native })).toBe(hashOf(input));
  });

  it('changes with everything that went in or came out', () => {
    const changes: ((copy: InstanceInput) => void)[] = [
      (copy) => { copy.order = copy.order!.map((id) => (id === copy.employees[0]!.id ? 'other' : id)); copy.employees[0]!.id = 'other'; }, (copy) => { copy.seats[0]!.id += '!'; for (const one of copy.employees) { one.wishes = one.wishes.map((w) => (w === 's1' ? 's1!' : w)); if (one.current === 's1') one.current = 's1!'; } },
      (copy) => { copy.seats[1]!.capacity++; }, (copy) => { copy.order!.reverse(); },
      (copy) => { const one = copy.employees.find((e) => e.wishes.length > 1)!; one.wishes.reverse(); }, (copy) => { const one = copy.employees.find((e) => e.wishes.length > 0)!; one.scores![0]! += 1; },
      (copy) => { const one = copy.employees.find((e) => e.wishes.length > 0)!; one.ineligible![0] = 'ANOTHER_RULE'; }, (copy) => { copy.employees.reverse(); },
    ];
    const hashes = [hashOf(input), hashOf(input, 6), ...changes.map((change) => { const copy = structuredClone(input); change(copy); return hashOf(copy); })];
    const instance = built(input);
    const result = solve(instance, 'da-star', { seed: 5 });
    const assignment = result.assignment.map((seat, person) => (person === 0 ? (seat === 0 ? 1 : 0) : seat));
    hashes.push(runHash(instance, { ...result, assignment }), runHash(instance, { ...result, mechanism: 'da' }), runHash(instance, result, { parameters: { longest: 3 } }));
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
