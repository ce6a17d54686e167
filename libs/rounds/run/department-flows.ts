import type { Bilingual } from '#contracts';
import { byDepartment, departmentName, type PlacementView } from '../rules/outcome/placement-view.js';

/** What a placement does to one department, among those in post when the orders take effect. */
export interface DepartmentFlow {
  readonly code: string;
  readonly name: Bilingual;
  readonly leaving: number;
  readonly arriving: number;
  /** Places of its open posts that nobody is in, before and after. */
  readonly vacantBefore: number;
  readonly vacantAfter: number;
}

const vacancies = ({ people, seats }: PlacementView, side: 'from' | 'to'): ReadonlyMap<string, number> => {
  const present = new Map<string, number>();
  for (const person of people) {
    const code = person.away ? undefined : person[side]?.code;
    if (code !== undefined) present.set(code, (present.get(code) ?? 0) + 1);
  }
  const vacant = new Map<string, number>();
  for (const [code, { facts, authorizedHeadcount }] of seats) {
    vacant.set(facts.departmentCode, (vacant.get(facts.departmentCode) ?? 0) + Math.max(0, authorizedHeadcount - (present.get(code) ?? 0)));
  }
  return vacant;
};

/** Every department that somebody leaves or joins, or whose vacancies change, by code. */
export const departmentFlows = (view: PlacementView): readonly DepartmentFlow[] => {
  const there = { ...view, people: view.people.filter(({ away }) => !away) };
  const [before, after] = [byDepartment(there.people, 'from'), byDepartment(there.people, 'to')];
  const [vacantBefore, vacantAfter] = [vacancies(there, 'from'), vacancies(there, 'to')];
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((code) => {
    const leaving = (before.get(code) ?? []).filter(({ to }) => to?.departmentCode !== code).length;
    const arriving = (after.get(code) ?? []).filter(({ from }) => from?.departmentCode !== code).length;
    const flow = { code, leaving, arriving, vacantBefore: vacantBefore.get(code) ?? 0, vacantAfter: vacantAfter.get(code) ?? 0 };
    if (leaving === 0 && arriving === 0 && flow.vacantBefore === flow.vacantAfter) return [];
    return [{ ...flow, name: after.has(code) ? departmentName(after.get(code)?.[0], 'to') : departmentName(before.get(code)?.[0], 'from') }];
  });
};
