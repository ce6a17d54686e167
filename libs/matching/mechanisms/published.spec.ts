import { buildInstance, employeeCount, idAt, solve, type InstanceInput } from '../index.js';

export function assignmentOf(input: InstanceInput, mechanism: string): Record<string, string | null> {
  const built = buildInstance(input);
  if (!built.ok) throw new Error(JSON.stringify(built.faults));
  const { assignment } = solve(built.instance, mechanism);
  return Object.fromEntries(Array.from({ length: employeeCount(built.instance) }, (_, person) => {
    const seat = assignment[person]!;
    return [idAt(built.instance.employees, person), seat < 0 ? null : idAt(built.instance.seats, seat)];
  }));
}

describe('published cases', () => {
  it('da-star keeps a blocked exchange apart (Combe, Tercieux & Terrier 2022, stylised example)', () => {
    expect(assignmentOf({
      employees: [
        { id: 't1', current: 's1', wishes: ['s2'] },
        { id: 't2', current: 's2', wishes: ['s1'] },
        { id: 't3', current: 's3', wishes: ['s1', 's2'] },
      ],
      seats: [
        { id: 's1', capacity: 1, priority: ['t3', 't2', 't1'] },
        { id: 's2', capacity: 1, priority: ['t3', 't1', 't2'] },
        { id: 's3', capacity: 1, priority: ['t3', 't1', 't2'] },
      ],
    }, 'da-star')).toEqual({ t1: 's1', t2: 's2', t3: 's3' });
  });
});
