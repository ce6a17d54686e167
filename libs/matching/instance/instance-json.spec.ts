import { mechanismCodes } from '../mechanisms/registry.js';
import { MechanismRefused } from '../mechanisms/mechanism.js';
import { solve } from '../solve.js';
import { randomInput } from '../testing/random-input.js';
import { built } from '../testing/run.js';
import { toInstanceJson } from './instance-json.js';

describe('toInstanceJson', () => {
  it.each(mechanismCodes())('gives lists on which %s places everybody alike, whatever the seed', (mechanism) => {
    let solved = 0;
    for (let seed = 0; seed < 120; seed++) {
      const instance = built(randomInput({ basis: (['scores', 'priority', 'lottery'] as const)[seed % 3]!, people: 14, seats: 5, mostPlaces: 4, scoreValues: 3, mustMove: true, exclusions: seed % 2 === 0 }, seed));
      const exported = toInstanceJson(instance, { seed });
      expect(exported.employees.some((employee) => employee.scores !== undefined || employee.ineligible !== undefined)).toBe(false);
      const again = built(JSON.parse(JSON.stringify(exported)));
      try {
        expect(solve(again, mechanism, { seed: 'another' }).assignment).toEqual(solve(instance, mechanism, { seed }).assignment);
        solved++;
      } catch (error) {
        if (!(error instanceof MechanismRefused)) throw error;
      }
    }
    expect(solved).toBeGreaterThan(40);
  });

  it('keeps present seats, order and the old seats of those who must move, in the round or out of it', () => {
    const input = {
      format: 'jari-instance/1', order: ['b', 'a'],
      employees: [{ id: 'a', current: 'gone', wishes: ['x'], mustMove: true }, { id: 'b', current: 'x', wishes: [], mustMove: false }],
      seats: [{ id: 'x', capacity: 2, priority: ['a'] }],
    };
    expect(toInstanceJson(built(input), { seed: 1 })).toEqual(input);
  });
});
