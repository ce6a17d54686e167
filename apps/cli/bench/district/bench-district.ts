import { EMPLOYEE_COLUMNS, POSITION_COLUMNS, toCsv } from '../../demo-district/csv.js';
import type { DemoDistrict, DemoEmployee, DemoPosition } from '../../demo-district/index.js';
import { storyOn } from '../../demo-loader/index.js';

/** The size at which the product is measured: a district of Seoul. */
export const POSTS = 1_480;
export const PEOPLE = 1_500;

/** The places of a post as posts of their own, so that the catalogue has as many rows as the district has places. */
const split = (position: DemoPosition): DemoPosition[] =>
  Array.from({ length: position.authorizedHeadcount }, (_, index) => ({
    ...position, code: index === 0 ? position.code : `${position.code}-${index + 1}`, authorizedHeadcount: 1,
  }));

const newcomer = (number: number, like: DemoEmployee, positionCode: string): DemoEmployee => ({
  ...like, employeeNumber: `9900${String(number).padStart(4, '0')}`, positionCode,
  leaveType: null, leaveFrom: null, leaveTo: null, secondedTo: null, secondedFrom: null, secondedUntil: null, suspendedFrom: null, suspendedUntil: null,
});

/**
 * The demo district with exactly `POSTS` posts of one place each and `PEOPLE` people, some beyond the headcount.
 * @throws RangeError when the generated district is larger than that
 */
export const benchDistrict = (referenceDate: string): DemoDistrict => {
  const { district } = storyOn(referenceDate);
  const free = new Map(district.positions.map((position) => [position.code, split(position)]));
  const positions = [...free.values()].flat();
  const seated = district.employees.map((employee) => ({ ...employee, positionCode: free.get(employee.positionCode)?.shift()?.code ?? employee.positionCode }));
  if (positions.length !== POSTS || seated.length > PEOPLE) throw new RangeError(`the demo district has ${positions.length} posts and ${seated.length} people`);
  const vacant = [...free.values()].flat();
  const ordinary = seated.filter(({ grade }) => grade >= 7);
  const employees = [...seated];
  for (let number = 1; employees.length < PEOPLE; number += 1) {
    const seat = vacant.shift();
    const like = seat && ordinary.find(({ grade, jobSeries }) => grade === seat.lowestGrade && (seat.jobSeries.length === 0 || seat.jobSeries.includes(jobSeries)));
    const model = like ?? ordinary[number] ?? seated[0];
    if (model === undefined) throw new RangeError('the demo district has nobody');
    employees.push(newcomer(number, model, like && seat ? seat.code : model.positionCode));
  }
  return { ...district, positions, employees, positionsCsv: toCsv(POSITION_COLUMNS, positions), employeesCsv: toCsv(EMPLOYEE_COLUMNS, employees) };
};
