import { certifyConstrained } from '../certificates/constrained.js';
import type { InstanceInput } from '../instance/input.js';
import { ExhaustiveSolver } from '../testing/exhaustive-solver.js';
import { holders, liking, placements, plain, type Placement, type Plain } from '../testing/plain.js';
import { randomInput } from '../testing/random-input.js';
import { randomSpec } from '../testing/random-spec.js';
import { built, named } from '../testing/run.js';
import { SpecRefused } from './resolve.js';
import { solveConstrained } from './solve-constrained.js';
import type { Solver } from './solver.js';
import type { ConstrainedSpec, Constraint } from './spec.js';

const LIMITS = { timeLimit: 60 };

/** Whether a placement keeps a constraint, said once more in the plainest way. */
function keeps(instance: Plain, spec: ConstrainedSpec, constraint: Constraint, placement: Placement): boolean {
  const inGroup = (code: string, where: Placement = placement): string[] => {
    const { seats } = spec.groups.find((group) => group.code === code)!;
    return instance.people.filter((person) => seats.includes(where[person] ?? ''));
  };
  const marked = (code: string): readonly string[] => spec.marks!.find((mark) => mark.code === code)!.people;
  const before: Placement = Object.fromEntries(instance.current);
  switch (constraint.kind) {
    case 'apart': return constraint.groups.every((code) => inGroup(code).filter((person) => constraint.people.includes(person)).length <= 1);
    case 'outflow': return inGroup(constraint.group, before).filter((person) => !inGroup(constraint.group).includes(person)).length <= constraint.most;
    case 'minimumStaff': return inGroup(constraint.group).length >= constraint.least;
    case 'minimumExperienced': return inGroup(constraint.group).filter((person) => marked(constraint.mark).includes(person)).length >= constraint.least;
    case 'mix': {
      const count = inGroup(constraint.group).filter((person) => marked(constraint.mark).includes(person)).length;
      return count >= constraint.least && count <= constraint.most;
    }
    case 'moveBudget': return instance.people.filter((person) => before[person] !== null && placement[person] !== before[person]).length <= constraint.most;
    case 'mustFill': {
      const { seats } = spec.groups.find((group) => group.code === constraint.group)!;
      return inGroup(constraint.group).length >= (constraint.least ?? seats.reduce((sum, seat) => sum + instance.capacity.get(seat)!, 0));
    }
  }
}

/** Places nobody who may stay below the own seat. */
function rational(instance: Plain): Placement[] {
  return placements(instance).filter((placement) => instance.people.every((person) => {
    const own = instance.current.get(person) ?? null;
    return own === null || liking(instance, person, placement[person]!) <= liking(instance, person, own);
  }));
}

/** How good a placement is, better ones greater: the figure itself, then the total rank. */
function worth(input: InstanceInput, objective: ConstrainedSpec['objective'], placement: Placement) {
  const longest = Math.max(...input.employees.map(({ wishes }) => wishes.length));
  const at = input.employees.map(({ id, wishes }) => wishes.indexOf(placement[id] ?? ''));
  const totalRank = at.reduce((sum, position) => sum + (position < 0 ? longest : position) + 1, 0);
  const value = { LEAST_TOTAL_RANK: totalRank, MOST_FIRST_CHOICES: at.filter((position) => position === 0).length, MOST_PLACED: at.filter((position) => position >= 0).length }[objective];
  return { value, totalRank };
}

const byWorth = (objective: ConstrainedSpec['objective']) => (a: { value: number; totalRank: number }, b: { value: number; totalRank: number }): number => (
  (objective === 'LEAST_TOTAL_RANK' ? a.value - b.value : b.value - a.value) || a.totalRank - b.totalRank);

function subsets(count: number): number[][] {
  return Array.from({ length: 2 ** count }, (_, bits) => Array.from({ length: count }, (__, at) => at).filter((at) => (bits >> at) & 1)).sort((a, b) => a.length - b.length);
}

describe('solveConstrained', () => {
  it('finds the best placement that keeps every constraint, or a smallest set that conflicts, by enumeration', async () => {
    const seen: Record<string, number> = {};
    const note = (what: string): void => { seen[what] = (seen[what] ?? 0) + 1; };
    for (let seed = 0; seed < 400; seed++) {
      const input = randomInput({ basis: 'lottery', people: 5, seats: 4, mostPlaces: 2, mustMove: seed % 3 === 0, exclusions: seed % 4 === 0, newcomers: 0.3 }, seed);
      const instance = built(input), slow = plain(input, seed, true);
      const spec = randomSpec(input, 1 + (seed % 7), seed);
      const result = await solveConstrained(instance, spec, new ExhaustiveSolver(), LIMITS);
      const all = rational(slow);
      const possible = (set: readonly number[]): Placement[] => all.filter((placement) => set.every((at) => keeps(slow, spec, spec.constraints[at]!, placement)));
      const good = possible(spec.constraints.map((_, at) => at));
      for (const { kind } of spec.constraints) note(kind);
      if (good.length === 0) {
        const smallest = subsets(spec.constraints.length).find((set) => possible(set).length === 0)!;
        expect({ seed, status: result.status, proven: result.conflict?.proven, size: result.conflict?.constraints.length })
          .toEqual({ seed, status: 'INFEASIBLE', proven: 'SMALLEST', size: smallest.length });
        expect(possible(result.conflict!.constraints.map((id) => spec.constraints.findIndex((one) => one.id === id)))).toEqual([]);
        note(`conflict of ${smallest.length}`);
        continue;
      }
      const best = good.map((placement) => worth(input, spec.objective, placement)).sort(byWorth(spec.objective))[0]!;
      expect({ seed, status: result.status, ...result.objective }).toEqual({ seed, status: 'OPTIMAL', code: spec.objective, ...best, bound: best.value, gap: 0 });
      expect({ seed, got: good.some((placement) => JSON.stringify(placement) === JSON.stringify(named(instance, result.assignment!))) }).toEqual({ seed, got: true });
      expect(certifyConstrained(instance, result.assignment!, spec)).toMatchObject({ holds: true, objective: { code: spec.objective, ...best } });
      note(spec.objective);
    }
    expect(Object.keys(seen).sort()).toEqual(expect.arrayContaining(['LEAST_TOTAL_RANK', 'MOST_FIRST_CHOICES', 'MOST_PLACED', 'apart', 'conflict of 1', 'conflict of 2', 'conflict of 3', 'minimumExperienced', 'minimumStaff', 'mix', 'moveBudget', 'mustFill', 'outflow']));
  });

  it('has a certificate that finds exactly the broken constraints of any placement', () => {
    for (let seed = 0; seed < 40; seed++) {
      const input = randomInput({ basis: 'lottery', people: 4, seats: 3, mostPlaces: 2, mustMove: true }, seed);
      const instance = built(input), slow = plain(input, seed, true);
      const spec = randomSpec(input, 7, seed);
      for (const placement of placements(slow).slice(0, 40)) {
        const certificate = certifyConstrained(instance, Int32Array.from(slow.people, (person) => slow.seats.indexOf(placement[person] ?? '')), spec);
        expect(certificate.constraints.filter(({ holds }) => !holds).map(({ id }) => id)).toEqual(spec.constraints.filter((one) => !keeps(slow, spec, one, placement)).map(({ id }) => id));
        expect(certificate.feasible.holds).toBe(slow.seats.every((seat) => holders(slow, placement, seat).length <= slow.capacity.get(seat)!));
      }
    }
  });

  const couple: InstanceInput = {
    employees: [{ id: 'a', current: 'x', wishes: ['y'] }, { id: 'b', current: 'x', wishes: [] }, { id: 'c', current: 'y', wishes: ['x'] }],
    seats: [{ id: 'x', capacity: 2 }, { id: 'y', capacity: 1 }],
  };
  const spec = (constraints: readonly Constraint[]): ConstrainedSpec => ({
    objective: 'LEAST_TOTAL_RANK', constraints,
    groups: [{ code: 'dept', label: { ko: '총무과', en: 'General Affairs' }, seats: ['x'] }],
    marks: [{ code: 'old', label: { ko: '경력자', en: 'experienced staff' }, people: ['a'] }],
  });

  it('says in both languages which constraints conflict', async () => {
    const answer = await solveConstrained(built(couple), spec([
      { id: 'relatives', kind: 'apart', people: ['a', 'b'], groups: ['dept'] },
      { id: 'staff', kind: 'minimumStaff', group: 'dept', least: 1 },
      { id: 'calm', kind: 'moveBudget', most: 1 },
      { id: 'old', kind: 'minimumExperienced', group: 'dept', mark: 'old', least: 1 },
    ]), new ExhaustiveSolver(), LIMITS);
    expect(answer).toMatchObject({ status: 'INFEASIBLE', assignment: null, objective: { value: null }, conflict: { constraints: ['relatives', 'calm'], proven: 'SMALLEST' } });
    expect(answer.conflict!.sentence).toEqual({
      ko: '현재 자리에 남을 권리와 제출된 희망을 존중하면서 다음 2가지 조건을 함께 지킬 수 있는 배치는 없습니다: (1) 함께 근무할 수 없는 관계인 2명을 같은 조직에 배치하지 않음, (2) 자리를 옮기는 인원을 모두 1명 이하로 함. 이 가운데 하나 이상을 완화하여 주시기 바랍니다. 조건의 수가 이보다 적은 상충은 없음을 확인하였습니다.',
      en: 'With the right to stay and the wishes as filed, no placement keeps these 2 constraints together: (1) the 2 people who may not serve together are not placed in one unit; (2) at most 1 people change their seat in all. Please relax at least one of them. It is proven that no fewer constraints conflict.',
    });
  });

  it('tells of a conflict without a proof when the time is up, and of none that was not found', async () => {
    const slow = (status: 'INFEASIBLE' | 'UNDECIDED'): Solver => {
      let asked = 0;
      return { solve: () => Promise.resolve({ status: asked++ === 0 ? status : 'UNDECIDED', values: null, bound: null, seconds: 1 }) };
    };
    const two = spec([{ id: 'p', kind: 'moveBudget', most: 0 }, { id: 'q', kind: 'minimumStaff', group: 'dept', least: 9 }]);
    expect((await solveConstrained(built(couple), two, slow('INFEASIBLE'), LIMITS)).conflict).toMatchObject({ constraints: ['p', 'q'], proven: 'CONFLICTING' });
    expect(await solveConstrained(built(couple), two, slow('UNDECIDED'), LIMITS)).toMatchObject({ status: 'UNDECIDED', assignment: null, conflict: null, objective: { value: null, bound: null, gap: null } });
  });

  it('refuses a spec with every fault by its place', async () => {
    const faulty: ConstrainedSpec = {
      objective: 'LEAST_TOTAL_RANK', groups: [{ code: 'g', label: { ko: 'g', en: 'g' }, seats: ['nowhere'] }],
      constraints: [
        { id: 'p', kind: 'apart', people: ['a', 'stranger'], groups: ['h'] }, { id: 'p', kind: 'mix', group: 'g', mark: 'm', least: 3, most: 2 },
        { id: 'q', kind: 'outflow', group: 'g', most: 0.5 }, { id: 'r', kind: 'apart', people: ['a', 'a'], groups: [] },
      ],
    };
    const refused = await solveConstrained(built(couple), faulty, new ExhaustiveSolver(), LIMITS).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(SpecRefused);
    expect((refused as SpecRefused).faults.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'groups[0].seats[0] UNKNOWN_SEAT', 'constraints[0].groups[0] UNKNOWN_GROUP', 'constraints[0].people[1] UNKNOWN_EMPLOYEE',
      'constraints[1].id DUPLICATE', 'constraints[1].mark UNKNOWN_MARK', 'constraints[1].most COUNT_RANGE', 'constraints[2].most COUNT_RANGE', 'constraints[3].people TOO_FEW_PEOPLE',
    ]);
  });
});
