import { buildInstance } from '#matching';
import { compileRound } from './compile.js';
import { runInput, runPerson, runSeat } from '../testing/made-up.js';
import { randomDistrict } from '../testing/random-district.js';
import { performRun, type RunResult } from './perform-run.js';
import type { RunInput } from './run-input.js';

const outcomeOf = (result: RunResult, number: string) => result.placements.get(number);

describe('a run on paper', () => {
  it('grants a free post to the higher score and keeps whoever may stay', async () => {
    const result = await performRun(runInput(
      [runPerson('E1', 'A', ['B'], { tenureMonths: 30 }), runPerson('E2', 'A', ['B'], { tenureMonths: 25 })],
      [runSeat('A', 2), runSeat('B', 1)]));
    expect(outcomeOf(result, 'E1')).toEqual({ outcome: 'PLACED', phase: 'OPEN', seatCode: 'B', rank: 1 });
    expect(outcomeOf(result, 'E2')).toEqual({ outcome: 'STAYED', phase: 'OPEN', seatCode: 'A', rank: null });
    expect(result.explanations.get('E1')?.sentence.ko).toBe('1지망으로 신청하신 재무과 경리로 배치되었습니다.');
    expect(result.explanations.get('E2')?.wishes[0]).toMatchObject({ standing: 'NOT_REACHED', places: 1, score: 2500, cutoff: null, ahead: 1, lottery: false });
    expect(result.certificate.holds).toBe(true);
  });

  it('lets two people exchange their full posts when nobody else waits for them', async () => {
    const result = await performRun(runInput([runPerson('E1', 'A', ['B']), runPerson('E2', 'B', ['A'])], [runSeat('A', 1), runSeat('B', 1)]));
    expect([outcomeOf(result, 'E1')?.seatCode, outcomeOf(result, 'E2')?.seatCode]).toEqual(['B', 'A']);
  });

  it('leaves a post to its holders when they stay, and says so', async () => {
    const result = await performRun(runInput([runPerson('E1', 'A', ['B']), runPerson('E2', 'B', [])], [runSeat('A', 1), runSeat('B', 1)]));
    expect(outcomeOf(result, 'E1')?.outcome).toBe('STAYED');
    expect(result.explanations.get('E1')?.wishes[0]?.text.ko).toBe('이 자리(1명)는 현재 근무자가 계속 맡게 되어 빈자리가 나지 않았습니다.');
  });

  it('opens the post of somebody who moves to those who wait for it', async () => {
    const result = await performRun(runInput([runPerson('E1', 'A', ['B']), runPerson('E2', 'C', ['A'])], [runSeat('A', 1), runSeat('B', 1), runSeat('C', 1)]));
    expect([outcomeOf(result, 'E1')?.seatCode, outcomeOf(result, 'E2')?.seatCode]).toEqual(['B', 'A']);
  });

  it('lets displaced people choose first, among places that nobody may keep', async () => {
    const result = await performRun(runInput(
      [runPerson('E1', 'GONE', ['B', 'C'], { displaced: true }), runPerson('E2', 'A', ['B'], { hardship: ['HARASSMENT_VICTIM'], tenureMonths: 60, priorityFromLastRound: true })],
      [runSeat('A', 1), runSeat('B', 1), runSeat('C', 1)]));
    expect(outcomeOf(result, 'E1')).toEqual({ outcome: 'PLACED', phase: 'DISPLACED', seatCode: 'B', rank: 1 });
    expect(outcomeOf(result, 'E2')?.outcome).toBe('STAYED');
    expect(result.metrics.displaced).toEqual({ people: 1, placed: 1 });
  });

  it('proposes a place out of wish to whoever must leave and got none, near to what was wished', async () => {
    const result = await performRun(runInput(
      [runPerson('E1', 'A', ['B'], { tenureMonths: 40 }), runPerson('E2', 'B', [])],
      [
        runSeat('A', 1), runSeat('B', 1, { facts: { departmentCode: 'TAX', bureauCode: 'TAXES' } }),
        runSeat('C', 1, { facts: { departmentCode: 'FAR', bureauCode: 'FAR' } }), runSeat('D', 1, { facts: { departmentCode: 'TAX', bureauCode: 'TAXES' } }),
      ]));
    expect(outcomeOf(result, 'E1')).toEqual({ outcome: 'OUT_OF_WISH', phase: 'OUT_OF_WISH', seatCode: 'D', rank: null });
    expect(result.explanations.get('E1')?.sentence.ko).toContain('다음 배치에서는 우선권이 주어집니다');
  });

  it('lets a long-serving person stay when no other post can take them, and says so', async () => {
    const result = await performRun(runInput([runPerson('E1', 'A', [], { tenureMonths: 40 })], [runSeat('A', 1), runSeat('B', 1, { facts: { jobSeries: ['간호'] } })]));
    expect(outcomeOf(result, 'E1')?.outcome).toBe('STAYED');
    expect(result.certificate.released).toEqual(['E1']);
    expect(result.explanations.get('E1')?.sentence.ko).toBe('보직을 옮길 차례이나 맡을 수 있는 다른 자리가 없어 현재 보직인 재무과 경리에서 계속 근무합니다.');
  });

  it('sets a place aside for a displaced person whom the open phase would leave with none', async () => {
    const nurse = { facts: { jobSeries: ['간호'] } };
    const result = await performRun(runInput(
      [runPerson('E1', 'GONE', ['B'], { displaced: true, jobSeries: '간호' }), runPerson('E2', 'A', ['N'], { jobSeries: '간호' })],
      [runSeat('A', 1), runSeat('B', 1, { facts: { requiredLicences: ['조산사'] } }), runSeat('N', 1, nurse)].map((seat) => (seat.facts.code === 'A' ? { ...seat, facts: { ...seat.facts, jobSeries: ['행정'] } } : seat))));
    expect(outcomeOf(result, 'E1')).toMatchObject({ outcome: 'OUT_OF_WISH', seatCode: 'N' });
    expect(result.certificate.setAside).toEqual({ E1: 'N' });
    expect(result.metrics.unmet).toBe(0);
  });

  it('explains an exclusion and an ineligible wish by their rules', async () => {
    const result = await performRun(runInput(
      [runPerson('E1', 'A', ['B'], { away: 'LEAVE' }), runPerson('E2', 'A', ['B', 'X'], { tenureMonths: 7 })], [runSeat('A', 1, {}), runSeat('B', 2, { facts: { bureauCode: 'FAR' } })]));
    expect(outcomeOf(result, 'E1')).toMatchObject({ outcome: 'EXCLUDED', seatCode: 'A' });
    expect(result.explanations.get('E1')?.sentence.en).toBe('You will still be on leave when the orders take effect, so you take no part in this round.');
    const [first, second] = result.explanations.get('E2')?.wishes ?? [];
    expect(first).toMatchObject({ standing: 'INELIGIBLE', text: { ko: '필수보직기간은 24개월이나, 기준일 현재 근무기간은 7개월입니다.' } });
    expect(second).toMatchObject({ standing: 'INELIGIBLE', text: { en: 'This post is not filled in this round.' } });
  });

  it('counts the place of somebody on leave as free, and that of an excluded holder who is there as taken', async () => {
    const wish = runPerson('E3', 'C', ['A']);
    const seats = [runSeat('A', 1), runSeat('C', 1)];
    expect(outcomeOf(await performRun(runInput([runPerson('E1', 'A', [], { away: 'LEAVE' }), wish], seats)), 'E3')?.outcome).toBe('PLACED');
    expect(outcomeOf(await performRun(runInput([runPerson('E1', 'A', [], { appointmentType: 'TERM' }), wish], seats)), 'E3')?.outcome).toBe('STAYED');
  });

  it('keeps as many people at a post above its headcount as it has', async () => {
    const result = await performRun(runInput([runPerson('E1', 'A', ['B']), runPerson('E2', 'A', []), runPerson('E3', 'B', ['A'])], [runSeat('A', 1), runSeat('B', 0)]));
    expect(['E1', 'E2', 'E3'].map((number) => outcomeOf(result, number)?.outcome)).toEqual(['PLACED', 'STAYED', 'PLACED']);
  });
});

describe('runs of random districts', () => {
  it.each(Array.from({ length: 40 }, (_, index) => index + 1))('round %i places everybody soundly', async (seed) => {
    const input = randomDistrict(120, 80, seed);
    const result = await performRun(input);
    const { metrics, placements } = result;
    const compiled = compileRound(input);
    expect(metrics.placed + metrics.stayed + metrics.unmet + metrics.outOfWish + metrics.excluded).toBe(metrics.participants);
    expect(metrics.byRank.reduce((sum, count) => sum + count, 0)).toBe(metrics.placed);
    expect(result.certificate.holds).toBe(true);
    const present = new Map<string, number>();
    for (const { facts, exclusion } of compiled.people) {
      const placement = placements.get(facts.employeeNumber);
      if (placement?.outcome === 'PLACED') expect(input.people.find(({ facts: own }) => own.employeeNumber === facts.employeeNumber)?.wishes[(placement.rank ?? 0) - 1]?.seatCode).toBe(placement.seatCode);
      if (placement?.outcome === 'STAYED') expect(placement.seatCode).toBe(facts.postCode);
      if (exclusion === null && placement?.seatCode != null) present.set(placement.seatCode, (present.get(placement.seatCode) ?? 0) + 1);
    }
    for (const [code, count] of present) expect([code, count <= (compiled.seats.get(code)?.places ?? 0) + result.certificate.released.length]).toEqual([code, true]);
    expect(buildInstance(result.instance).ok).toBe(true);
  });

  it('repeats to the same hash, also from the input as a database gives it back', async () => {
    const input = randomDistrict(200, 120, 99);
    const { hash } = await performRun(input);
    const shuffledKeys = JSON.parse(JSON.stringify(input), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).reverse()) : value) as RunInput;
    expect((await performRun(shuffledKeys)).hash).toBe(hash);
    expect((await performRun({ ...input, seed: '100' })).hash).not.toBe(hash);
  });

  it('takes well under a second for 1,500 people', async () => {
    const input = randomDistrict(1500, 900, 5);
    // Processor time, because other tests may be running on the same cores; the bench measures the whole run by the clock.
    const before = process.cpuUsage();
    await performRun(input);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1500);
  });
});
