import { MechanismRefused, type Guarantee } from '../mechanisms/mechanism.js';
import { mechanismCodes, mechanismOf } from '../mechanisms/registry.js';
import { solve } from '../solve.js';
import { falseClaims } from '../testing/false-claims.js';
import { plain } from '../testing/plain.js';
import { randomInput } from '../testing/random-input.js';
import { built, named } from '../testing/run.js';
import { certify } from './certify.js';

const PEOPLE = 16;

/** Two people swapped, or one person dropped, in every possible way. */
function* broken(assignment: Int32Array): Generator<Int32Array> {
  for (let a = 0; a < assignment.length; a++) {
    for (let b = a + 1; b < assignment.length; b++) {
      if (assignment[a] === assignment[b]) continue;
      const swapped = assignment.slice();
      swapped[a] = assignment[b]!;
      swapped[b] = assignment[a]!;
      yield swapped;
    }
    if (assignment[a]! < 0) continue;
    const dropped = assignment.slice();
    dropped[a] = -1;
    yield dropped;
  }
}

describe.each(mechanismCodes())('a result of %s', (mechanism) => {
  it('is certified; changed by one swap or drop it is not, each promise can fail, and every claim against it can be followed', () => {
    const { guarantees, incumbentsFirst } = mechanismOf(mechanism);
    const failed = new Set<Guarantee>();
    let unnoticed = 0, changes = 0;
    for (let seed = 0; seed < 12; seed++) {
      const input = randomInput({
        basis: seed % 2 === 0 ? 'scores' : 'priority', people: PEOPLE, seats: 5, mostPlaces: 4, mustMove: seed % 3 === 0, exclusions: seed % 4 === 0,
        newcomers: mechanism === 'to-be' || mechanism === 'exchange' ? 0.1 : 0.3, scoreValues: 65_536,
      }, seed);
      const instance = built(input);
      let result;
      try {
        result = solve(instance, mechanism, { seed });
      } catch (error) {
        if (error instanceof MechanismRefused) continue;
        throw error;
      }
      const used = plain(input, seed, incumbentsFirst);
      const printed = plain(input, seed, false);
      expect(certify(instance, result.assignment, result)).toMatchObject({ holds: true });
      for (const assignment of broken(result.assignment)) {
        const certificate = certify(instance, assignment, result);
        for (const name of guarantees) if (certificate[name]?.holds === false) failed.add(name);
        const wrong = falseClaims(used, printed, named(instance, assignment), certificate);
        if (wrong.length > 0) throw new Error(`seed ${seed}: ${wrong.join('; ')}`);
        changes++;
        if (certificate.holds) unnoticed++;
      }
    }
    expect([...failed].sort()).toEqual([...guarantees].sort());
    expect(changes).toBeGreaterThan(500);
    // Some swaps lead to another placement that keeps every promise: among efficient ones there are many, else they are rare.
    expect(unnoticed / changes).toBeLessThan(guarantees.includes('paretoEfficient') ? 0.15 : 0.05);
  });
});
