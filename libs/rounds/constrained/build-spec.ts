import type { ConstrainedSpec, Constraint, PeopleMark, SeatGroup } from '#matching';
import { seatLabel, type SeatFacts } from '../facts/seat-facts.js';
import { gradeMix } from '../rules/outcome/grade-mix.js';
import { heavyWorkloadFloor } from '../rules/outcome/heavy-workload-floor.js';
import { minimumExperienced } from '../rules/outcome/minimum-experienced.js';
import { outflowQuota } from '../rules/outcome/outflow-quota.js';
import { constrainedRound } from '../rules/setting/constrained-round.js';
import type { CompiledPerson, CompiledRound } from '../run/compile.js';
import type { RunInput } from '../run/run-input.js';

/** What a phase that is to be constrained hands out, and to whom. */
export interface ConstrainedPhase {
  readonly people: readonly CompiledPerson[];
  readonly places: ReadonlyMap<string, number>;
  readonly keeps: (person: CompiledPerson) => string | null;
}

/** Somebody in post outside the phase: they stay where they are. */
interface Fixed {
  readonly department: string;
  readonly grade: number;
  readonly tenureMonths: number;
  readonly postCode: string;
}

interface Department {
  readonly facts: SeatFacts;
  readonly seats: string[];
  readonly fixed: Fixed[];
  /** In the phase and holding a post here, who may keep it; and those who have to leave one here. */
  readonly holders: CompiledPerson[];
  readonly leavers: CompiledPerson[];
}

const departmentsOf = (round: CompiledRound, input: RunInput, { people, places, keeps }: ConstrainedPhase): ReadonlyMap<string, Department> => {
  const departments = new Map<string, Department>();
  const of = (code: string | null): Department | undefined => {
    const facts = code === null ? undefined : round.seats.get(code)?.facts;
    if (facts === undefined) return undefined;
    const known = departments.get(facts.departmentCode) ?? { facts, seats: [], fixed: [], holders: [], leavers: [] };
    departments.set(facts.departmentCode, known);
    return known;
  };
  for (const code of places.keys()) of(code)?.seats.push(code);
  const inPhase = new Set(people);
  for (const person of people) (keeps(person) === null ? of(person.heldSeat)?.leavers : of(keeps(person))?.holders)?.push(person);
  const fix = (postCode: string | null, grade: number, tenureMonths: number, away: boolean): void => {
    const department = away || postCode === null ? undefined : of(postCode);
    if (department !== undefined && postCode !== null) department.fixed.push({ department: department.facts.departmentCode, grade, tenureMonths, postCode });
  };
  for (const { postCode, grade, tenureMonths, away } of input.bystanders) fix(postCode, grade, tenureMonths, away);
  for (const person of round.people) if (!inPhase.has(person) && person.mustMove === null) fix(person.heldSeat, person.facts.grade, person.facts.tenureMonths, person.facts.away !== null);
  return departments;
};

const numbers = (people: readonly CompiledPerson[]): string[] => people.map(({ facts }) => facts.employeeNumber);

/**
 * The constraints that the criteria ask for, of the people and places of one phase. Shares are of the staff before the round:
 * a program cannot know them afterwards, so the checks after the run look again. Where a department is beyond a limit
 * already, those who may stay there stay within it. Two people who serve together now and may both stay are not parted.
 */
export const buildSpec = (round: CompiledRound, input: RunInput, phase: ConstrainedPhase): ConstrainedSpec => {
  const value = <V>(rule: { readonly code: string; readonly standard: unknown }): V => (input.criteria[rule.code] ?? rule.standard) as V;
  const { objective, constraints: kept, moveBudget } = constrainedRound.of(value(constrainedRound));
  const outflow = value<{ percent: number; fromHeadcount: number }>(outflowQuota);
  const experience = value<{ percent: number; months: number; fromHeadcount: number }>(minimumExperienced);
  const mix = value<{ juniorGrades: readonly number[]; maximumPercent: number; fromHeadcount: number }>(gradeMix);
  const heavy = value<{ percent: number }>(heavyWorkloadFloor);
  const departments = departmentsOf(round, input, phase);
  const isJunior = (grade: number): boolean => mix.juniorGrades.includes(grade);
  const groups: SeatGroup[] = [];
  const marks: PeopleMark[] = [{ code: 'JUNIOR', label: { ko: '하위 계급 직원', en: 'junior grades' }, people: numbers(phase.people.filter(({ facts }) => isJunior(facts.grade))) }];
  const constraints: Constraint[] = [];

  for (const [code, { facts, seats, fixed, holders, leavers }] of departments) {
    if (seats.length === 0) continue;
    groups.push({ code, label: facts.department, seats });
    const staff = fixed.length + holders.length + leavers.length;
    if (kept.includes('OUTFLOW_QUOTA') && staff >= outflow.fromHeadcount) {
      constraints.push({ kind: 'outflow', id: `OUTFLOW_QUOTA:${code}`, group: code, most: Math.max(0, Math.floor((staff * outflow.percent) / 100) - leavers.length) });
    }
    if (kept.includes('MINIMUM_EXPERIENCED') && staff >= experience.fromHeadcount) {
      const own = holders.filter(({ facts: person }) => person.tenureMonths >= experience.months);
      const needed = Math.ceil((staff * experience.percent) / 100) - fixed.filter(({ tenureMonths }) => tenureMonths >= experience.months).length;
      const mark = `EXPERIENCED:${code}`;
      marks.push({ code: mark, label: { ko: `${experience.months}개월 이상 근무한 직원`, en: `with ${experience.months} months there` }, people: numbers(own) });
      if (Math.min(needed, own.length) > 0) constraints.push({ kind: 'minimumExperienced', id: `MINIMUM_EXPERIENCED:${code}`, group: code, mark, least: Math.min(needed, own.length) });
    }
    if (kept.includes('GRADE_MIX') && staff >= mix.fromHeadcount) {
      const most = Math.floor((staff * mix.maximumPercent) / 100) - fixed.filter(({ grade }) => isJunior(grade)).length;
      const staying = holders.filter(({ facts: person }) => isJunior(person.grade)).length;
      constraints.push({ kind: 'mix', id: `GRADE_MIX:${code}`, group: code, mark: 'JUNIOR', least: 0, most: Math.max(most, staying) });
    }
  }
  if (kept.includes('HEAVY_WORKLOAD_FLOOR')) constraints.push(...floors(round, phase, heavy.percent, groups));
  if (kept.includes('RELATIVES_TOGETHER')) constraints.push(...partings(input, phase, departments, groups));
  if (kept.includes('MOVE_BUDGET')) constraints.push({ kind: 'moveBudget', id: 'MOVE_BUDGET', most: moveBudget });
  return { objective, groups, marks, constraints };
};

const floors = ({ seats }: CompiledRound, { places }: ConstrainedPhase, percent: number, groups: SeatGroup[]): readonly Constraint[] =>
  [...places].flatMap(([code, open]) => {
    const seat = seats.get(code);
    if (seat?.facts.heavyWorkload !== true) return [];
    // Places that the phase does not hand out are taken already.
    const least = Math.floor((seat.authorizedHeadcount * percent) / 100) - Math.max(0, seat.authorizedHeadcount - open);
    if (least <= 0) return [];
    groups.push({ code: `POST:${code}`, label: seatLabel(seat.facts), seats: [code] });
    return [{ kind: 'mustFill', id: `HEAVY_WORKLOAD_FLOOR:${code}`, group: `POST:${code}`, least: Math.min(least, open) }];
  });

const partings = ({ separations }: RunInput, { people }: ConstrainedPhase, departments: ReadonlyMap<string, Department>, groups: readonly SeatGroup[]): readonly Constraint[] => {
  const present = new Set(numbers(people));
  return separations.flatMap((pair, index): Constraint[] => {
    if (!pair.every((number) => present.has(number))) return [];
    const apart = groups.map(({ code }) => code).filter((code) => {
      const department = departments.get(code);
      return department !== undefined && !pair.every((number) => department.holders.some(({ facts }) => facts.employeeNumber === number));
    });
    // Who is related to whom stands in no text.
    return [{ kind: 'apart', id: `RELATIVES_TOGETHER:${index + 1}`, people: [...pair], groups: apart }];
  });
};
