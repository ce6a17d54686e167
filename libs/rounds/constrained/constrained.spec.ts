import { HighsSolver } from '#platform';
import { performRun } from '../run/perform-run.js';
import { withMechanism, phasePlan } from '../rules/setting/phase-plan.js';
import { runInput, runPerson, runSeat } from '../testing/made-up.js';
import { randomDistrict } from '../testing/random-district.js';
import type { RunInput } from '../run/run-input.js';

const solver = new HighsSolver();
afterAll(() => solver.dispose());

const constrained = (input: RunInput, value: object = {}): RunInput => ({
  ...input, mechanism: 'constrained', plan: withMechanism(phasePlan.standard.phases, 'constrained'),
  criteria: { ...input.criteria, CONSTRAINED: { objective: 'LEAST_TOTAL_RANK', constraints: ['RELATIVES_TOGETHER', 'OUTFLOW_QUOTA', 'MINIMUM_EXPERIENCED', 'GRADE_MIX'], moveBudget: 0, timeLimitSeconds: 20, ...value } },
});
const run = (input: RunInput) => performRun(input, { solver });
const department = (departmentCode: string) => ({ facts: { departmentCode, unitCode: departmentCode, lineCodes: [departmentCode], department: { ko: `${departmentCode}과`, en: `${departmentCode} Department` } } });

describe('a round under constraints', () => {
  it('keeps relatives apart, where each of them alone could have the wish', async () => {
    const input = runInput([runPerson('E1', 'A', ['C']), runPerson('E2', 'B', ['C'])], [runSeat('A', 1, department('A')), runSeat('B', 1, department('B')), runSeat('C', 2, department('C'))], { separations: [['E1', 'E2']] });
    const free = await run({ ...input, separations: [] });
    expect(free.metrics.placed).toBe(2);
    const apart = await run(constrained(input));
    expect(apart.metrics).toMatchObject({ placed: 1, stayed: 1, worseOff: 0 });
    expect(apart.certificate).toMatchObject({ holds: true, phases: [{ mechanism: 'constrained', constrained: { holds: true, gap: 0, totalRank: 3, constraints: expect.arrayContaining([expect.objectContaining({ id: 'RELATIVES_TOGETHER:1', holds: true })]) } }] });
    const stayed = [...apart.placements].find(([, { outcome }]) => outcome === 'STAYED')?.[0] ?? '';
    expect(apart.explanations.get(stayed)?.wishes[0]?.text.ko).toContain('정해진 조건을 지키면서');
    expect(apart.explanations.get(stayed)?.notes.map(({ ko }) => ko)).toEqual([expect.stringContaining('희망을 어떻게 쓰는지에 따라 결과가 달라질 수 있으므로')]);
    expect(apart.violations.filter(({ code }) => code === 'RELATIVES_TOGETHER')).toEqual([]);
  });

  it('keeps the outflow of a department and the budget of moves', async () => {
    const staff = Array.from({ length: 10 }, (_, index) => runPerson(`E${index}`, `A${index}`, [`B${index}`]));
    const seats = staff.flatMap((_, index) => [runSeat(`A${index}`, 1, department('A')), runSeat(`B${index}`, 1, department('B'))]);
    expect((await run(constrained(runInput(staff, seats)))).metrics.placed).toBe(3); // 30 % of ten
    expect((await run(constrained(runInput(staff, seats), { constraints: ['MOVE_BUDGET'], moveBudget: 2, objective: 'MOST_PLACED' }))).metrics.placed).toBe(2);
    expect((await run(constrained(runInput(staff, seats), { constraints: [] }))).metrics.placed).toBe(10);
  });

  it('answers constraints that cannot be kept together with the smallest conflict in words, and no name', async () => {
    // Nobody wishes for the heavy-workload post, which has to be filled.
    const heavy = { facts: { ...department('H').facts, heavyWorkload: true } };
    const input = constrained(runInput([runPerson('E1', 'A', ['B'])], [runSeat('A', 1, department('A')), runSeat('B', 1, department('B')), runSeat('H', 2, heavy)]), { constraints: ['HEAVY_WORKLOAD_FLOOR', 'OUTFLOW_QUOTA'] });
    const failure = await run(input).catch((error: unknown) => error as { code: string; params: { conflict: { ko: string; en: string } } });
    expect(failure).toMatchObject({ code: 'RUN_CONSTRAINTS_CONFLICT' });
    const { conflict } = (failure as { params: { conflict: { ko: string; en: string } } }).params;
    expect(conflict.ko).toContain('H과 경리의 자리를 1개 이상 채움');
    expect(conflict.ko + conflict.en).not.toMatch(/E1/);
  });

  it('holds on random districts, and leaves nobody who may stay worse off', async () => {
    for (let seed = 1; seed <= 6; seed++) {
      const input = constrained(randomDistrict(80, 60, seed));
      const result = await run(input);
      expect([seed, result.certificate.holds, result.certificate.worseOff]).toEqual([seed, true, []]);
      expect((await run(structuredClone(input))).hash).toBe(result.hash);
    }
  }, 120_000);
});
