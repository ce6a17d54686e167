import { covers } from '../calendar/civil-date.js';
import type { AbsenceRow } from '../employee/employee.query.js';
import type { EmployeeFacts } from '../employee/employee-facts.js';
import type { EmployeeRecord, PositionRecord, UnitRecord } from '../import/plans/columns.js';
import type { PositionRow } from '../position/position.query.js';
import type { UnitVersion } from '../unit/unit-tree.js';

export const unitRecord = (unit: UnitVersion, codeOf: ReadonlyMap<string, string>): UnitRecord => ({
  code: unit.code, name: unit.name, nameEn: unit.nameEn, type: unit.type,
  parentCode: unit.parentId === null ? null : (codeOf.get(unit.parentId) ?? null), validFrom: unit.validFrom, validTo: unit.validTo,
});

export const positionRecord = (post: PositionRow, codeOf: ReadonlyMap<string, string>): PositionRecord => ({ ...post, unitCode: codeOf.get(post.unitId) ?? '' });

/** The absence of a kind that covers the day, else the next one to come. */
const relevant = (absences: readonly AbsenceRow[], kind: AbsenceRow['kind'], on: string): AbsenceRow | undefined => {
  const own = absences.filter((absence) => absence.kind === kind);
  return own.find(({ absentFrom, absentUntil }) => covers(absentFrom, absentUntil, on)) ?? own.find(({ absentFrom }) => absentFrom > on);
};

export const employeeRecord = (person: EmployeeFacts, codeOf: ReadonlyMap<string, string>, on: string): EmployeeRecord => {
  const leave = relevant(person.absences, 'LEAVE', on);
  const secondment = relevant(person.absences, 'SECONDMENT', on);
  const suspension = relevant(person.absences, 'SUSPENSION', on);
  const present = person.assignments.find(({ startedOn, endedOn }) => covers(startedOn, endedOn, on));
  return {
    employeeNumber: person.employeeNumber, name: person.name, grade: person.grade, jobSeries: person.jobSeries,
    appointmentType: person.appointmentType, hiredOn: person.hiredOn,
    positionCode: present ? (codeOf.get(present.positionId) ?? null) : null, postedOn: present?.startedOn ?? null, licences: person.licences,
    leaveType: leave?.type ?? null, leaveFrom: leave?.absentFrom ?? null, leaveTo: leave?.absentUntil ?? null,
    secondedTo: secondment?.detail ?? null, secondedFrom: secondment?.absentFrom ?? null, secondedUntil: secondment?.absentUntil ?? null,
    suspendedFrom: suspension?.absentFrom ?? null, suspendedUntil: suspension?.absentUntil ?? null,
  };
};
