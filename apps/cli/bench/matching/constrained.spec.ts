import { buildInstance, certifyConstrained, solveConstrained, type ConstrainedCertificate, type ConstrainedSpec, type Instance } from '#matching';
import { HighsSolver } from '#platform';
import { randomInput } from '../../../../libs/matching/testing/random-input.js';
import { randomSpec } from '../../../../libs/matching/testing/random-spec.js';

const solver = new HighsSolver();
afterAll(() => solver.dispose());

/** What the certificate says of every way to give each person a seat or none. */
function everyAssignment(instance: Instance, spec: ConstrainedSpec): ConstrainedCertificate[] {
  const all: ConstrainedCertificate[] = [];
  const assignment = new Int32Array(instance.current.length);
  (function choose(person: number): void {
    if (person === assignment.length) { all.push(certifyConstrained(instance, assignment, spec)); return; }
    for (let seat = -1; seat < instance.capacity.length; seat++) { assignment[person] = seat; choose(person + 1); }
  })(0);
  return all;
}

describe('constrained rounds with HiGHS', () => {
  it('are solved to the best that the certificate finds among all assignments, and conflicts are real', async () => {
    let solved = 0, impossible = 0;
    for (let seed = 0; seed < 40; seed++) {
      const input = randomInput({ basis: 'lottery', people: 4, seats: 3, mostPlaces: 2, mustMove: true, exclusions: true }, seed);
      const built = buildInstance(input);
      if (!built.ok) throw new Error('fault');
      const { instance } = built;
      const spec = randomSpec(input, 1 + (seed % 4), seed);
      const result = await solveConstrained(instance, spec, solver, { timeLimit: 30 });
      const good = everyAssignment(instance, spec).filter(({ holds }) => holds).map(({ objective }) => objective);
      const sign = spec.objective === 'LEAST_TOTAL_RANK' ? 1 : -1;
      const best = good.sort((a, b) => sign * (a.value - b.value) || a.totalRank - b.totalRank)[0];
      if (best === undefined) {
        expect({ seed, status: result.status, proven: result.conflict?.proven }).toEqual({ seed, status: 'INFEASIBLE', proven: 'SMALLEST' });
        const left = spec.constraints.filter(({ id }) => result.conflict!.constraints.includes(id));
        expect(everyAssignment(instance, { ...spec, constraints: left }).filter(({ holds }) => holds)).toEqual([]);
        impossible++;
      } else {
        expect({ seed, status: result.status, ...result.objective }).toEqual({ seed, status: 'OPTIMAL', ...best, bound: best.value, gap: 0 });
        expect(certifyConstrained(instance, result.assignment!, spec).holds).toBe(true);
        solved++;
      }
    }
    expect(Math.min(solved, impossible)).toBeGreaterThan(5);
  });
});
