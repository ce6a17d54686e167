import { mechanismCodes, mechanismOf } from '#matching';
import { phasePlan, principalMechanism, withMechanism, type PhasePlan } from '../rules/setting/phase-plan.js';
import { runInput, runPerson, runSeat } from '../testing/made-up.js';
import { randomDistrict } from '../testing/random-district.js';
import { compileRound } from './compile.js';
import { performRun } from './perform-run.js';
import type { RunInput } from './run-input.js';

const STANDARD = phasePlan.standard.phases;
const by = (input: RunInput, mechanism: string): RunInput => ({ ...input, mechanism, plan: withMechanism(STANDARD, mechanism) });
const planned = (plan: PhasePlan): Partial<RunInput> => ({ plan, mechanism: principalMechanism(plan) });
const LAST = { pool: 'OUT_OF_WISH', mechanism: 'nearest', seats: 'VACANT' } as const;

describe('every mechanism as a scenario of one snapshot', () => {
  it.each(mechanismCodes())('%s places everybody of random districts soundly, and says who loses a post', async (mechanism) => {
    for (let seed = 1; seed <= 12; seed++) {
      const input = by(randomDistrict(100, 60, seed), mechanism);
      const result = await performRun(input);
      const { metrics, placements, certificate } = result;
      const compiled = compileRound(input);
      expect([seed, certificate.holds]).toEqual([seed, true]);
      expect(metrics.placed + metrics.stayed + metrics.unmet + metrics.outOfWish + metrics.excluded).toBe(metrics.participants);
      const present = new Map<string, number>();
      const lost = compiled.people.filter(({ facts, exclusion, mustMove, heldSeat }) => {
        const placement = placements.get(facts.employeeNumber);
        if (exclusion === null && placement?.seatCode != null) present.set(placement.seatCode, (present.get(placement.seatCode) ?? 0) + 1);
        const mayStay = exclusion === null && heldSeat !== null && (mustMove === null || certificate.released.includes(facts.employeeNumber));
        return mayStay && placement?.rank === null && placement.seatCode !== heldSeat;
      });
      for (const [code, count] of present) expect([code, count <= (compiled.seats.get(code)?.places ?? 0) + certificate.released.length]).toEqual([code, true]);
      expect(certificate.worseOff).toEqual(lost.map(({ facts }) => facts.employeeNumber).sort());
      if (mechanismOf(mechanism).rightToStay) expect(certificate.worseOff).toEqual([]);
      expect(metrics.reading.wasted).toBe(0);
    }
  }, 60_000);

  it('shows who loses a post where a mechanism gives no right to stay', async () => {
    // E1 may stay, but E2 has more points there; E1 has no wish of their own.
    const input = runInput([runPerson('E1', 'A', []), runPerson('E2', 'B', ['A'], { hardship: ['ILLNESS'] })], [runSeat('A', 1), runSeat('B', 1)]);
    const taken = await performRun(by(input, 'da'));
    expect([taken.placements.get('E1'), taken.placements.get('E2')]).toMatchObject([{ outcome: 'OUT_OF_WISH', seatCode: 'B' }, { outcome: 'PLACED', seatCode: 'A' }]);
    expect(taken.certificate).toMatchObject({ worseOff: ['E1'], holds: true });
    expect(taken.metrics.worseOff).toBe(1);
    expect(taken.explanations.get('E1')?.sentence.ko).toContain('현재 보직을 보장하지 않아');
    const kept = await performRun(by(input, 'da-star'));
    expect(kept.metrics).toMatchObject({ worseOff: 0, stayed: 2 });
  });

  it('lets people without a post have what an exchange of holders leaves over', async () => {
    const newcomer = runPerson('E3', null, ['C'], { returner: true });
    // Each stands before the other's holder: requested there by name.
    const swap = [runPerson('E1', 'A', ['B'], { requestedFor: ['B'] }), runPerson('E2', 'B', ['A'], { requestedFor: ['A'] })];
    const result = await performRun(by(runInput([...swap, newcomer], [runSeat('A', 1), runSeat('B', 1), runSeat('C', 1)]), 'to-be'));
    expect(['E1', 'E2', 'E3'].map((number) => result.placements.get(number))).toMatchObject([{ seatCode: 'B' }, { seatCode: 'A' }, { seatCode: 'C' }]);
    expect(result.certificate.phases.map(({ pool, mechanism }) => [pool, mechanism])).toEqual([['OPEN', 'to-be'], ['OPEN', 'da-star']]);
    expect(result.assignment).toEqual({ E1: 'B', E2: 'A', E3: null });
    expect(result.metrics.byRank[0]).toBe(3);
  });

  it('takes turns by the points that are the same at every post, not by employee number', async () => {
    const input = runInput([runPerson('E1', 'A', ['C'], { tenureMonths: 25 }), runPerson('E2', 'B', ['C'], { tenureMonths: 30 })], [runSeat('A', 1), runSeat('B', 1), runSeat('C', 1)]);
    expect((await performRun(by(input, 'sd'))).placements.get('E2')).toMatchObject({ seatCode: 'C', rank: 1 });
  });

  it('has a hash over plan and parameters as well as over the result', async () => {
    const input = runInput([runPerson('E1', 'A', ['B'])], [runSeat('A', 1), runSeat('B', 1)]);
    const one = await performRun(by(input, 'da-star'));
    const other = await performRun(by(input, 'ttc-star'));
    expect([...one.placements]).toEqual([...other.placements]);
    expect(one.hash).not.toBe(other.hash);
    expect((await performRun(structuredClone(by(input, 'da-star')))).hash).toBe(one.hash);
  });
});

describe('the phases of a round', () => {
  const people = [runPerson('E1', 'A', ['B']), runPerson('E2', 'B', ['C']), runPerson('E3', 'D', ['A', 'C'], { tenureMonths: 40 })];
  const seats = [runSeat('A', 1), runSeat('B', 1), runSeat('C', 1), runSeat('D', 1)];

  it('begin where the one before ended: who moved goes on from the new post and keeps it', async () => {
    const plan: PhasePlan = [{ pool: 'HOLDERS', mechanism: 'da-star', seats: 'VACANT' }, { pool: 'OPEN', mechanism: 'da-star', seats: 'ALL' }, LAST];
    const { placements } = await performRun(runInput(people, seats, planned(plan)));
    // First E2 alone can take the vacancy C; then B is free for E1 and A for E3.
    expect(['E1', 'E2', 'E3'].map((number) => placements.get(number))).toMatchObject([{ seatCode: 'B', phase: 'OPEN' }, { seatCode: 'C', phase: 'HOLDERS' }, { seatCode: 'A', phase: 'OPEN' }]);
  });

  it('let those who need a post choose first among the vacant ones', async () => {
    const plan: PhasePlan = [{ pool: 'MUST_MOVE', mechanism: 'da-star', seats: 'VACANT' }, { pool: 'OPEN', mechanism: 'da-star', seats: 'ALL' }, LAST];
    const { placements } = await performRun(runInput(people, seats, planned(plan)));
    expect(placements.get('E3')).toMatchObject({ seatCode: 'C', phase: 'MUST_MOVE', rank: 2 });
    expect(placements.get('E2')).toMatchObject({ outcome: 'STAYED', seatCode: 'B' });
  });

  it.each([
    ['no open phase', [LAST, LAST], ['value.phases', 'value.phases']],
    ['an end other than out of wish', [STANDARD[1], STANDARD[0]], ['value.phases']],
    ['kept places for people without a post', [{ ...STANDARD[0], seats: 'ALL' }, STANDARD[1], LAST], ['value.phases[0].seats']],
    ['a mechanism of wishes for placements out of wish', [STANDARD[1], { ...LAST, mechanism: 'da' }], ['value.phases[1].mechanism']],
    ['an unknown mechanism', [{ ...STANDARD[1], mechanism: 'magic' }, LAST], ['value.phases[0].mechanism']],
    ['a single phase', [STANDARD[1]], ['value.phases']],
  ])('are refused with %s', (_, phases, paths) => {
    expect(phasePlan.check({ phases }, 'value').map(({ path }) => path)).toEqual(paths);
  });

  it('are followed by the mechanism noticed only where the chosen one may leave a wanted place empty', () => {
    expect(withMechanism(STANDARD, 'ttc-star').map(({ mechanism }) => mechanism)).toEqual(['da-star', 'ttc-star', 'nearest']);
    expect(withMechanism(STANDARD, 'to-be').map(({ mechanism }) => mechanism)).toEqual(['da-star', 'to-be', 'da-star', 'nearest']);
    expect(withMechanism(withMechanism(STANDARD, 'to-be'), 'yrmh-igyt').map(({ mechanism }) => mechanism)).toEqual(['da-star', 'yrmh-igyt', 'da-star', 'nearest']);
    expect(withMechanism(STANDARD, 'da-star')).toEqual(STANDARD);
  });
});
