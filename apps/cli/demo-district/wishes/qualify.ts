import { type DemoEmployee, type DemoPosition } from '../model.js';

export type Misfit = 'GRADE' | 'SERIES' | 'LICENCE' | 'PROTECTED';

/** Why a post does not fit a person by its own requirements; empty when it fits. Tenure and absence are no matter here. */
export function misfits(employee: DemoEmployee, position: DemoPosition): Misfit[] {
  const found: Misfit[] = [];
  if (employee.grade < position.highestGrade || employee.grade > position.lowestGrade) found.push('GRADE');
  if (position.jobSeries.length > 0 && !position.jobSeries.includes(employee.jobSeries)) found.push('SERIES');
  if (position.requiredLicences.some((licence) => !employee.licences.includes(licence))) found.push('LICENCE');
  if (position.protectedUntil !== null) found.push('PROTECTED');
  return found;
}

export function fits(employee: DemoEmployee, position: DemoPosition): boolean {
  return misfits(employee, position).length === 0;
}
