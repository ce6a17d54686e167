import { addMonths, yearOf } from '../dates.js';
import { type AppointmentType, type DemoEmployee, type DemoPosition } from '../model.js';
import { type Random, stream } from '../random.js';
import { currentLeave, LEAVE_PLAN, pastLeave, RETURNERS, secondment, suspension } from './absence.js';
import { Careers } from './career.js';
import { HOMONYM_PAIRS, Names } from './names.js';
import { licencesOf, settleSeries } from './series.js';

export const PROBATION = 20;
export const TERM = 25;
export const SECONDED = 12;
export const SUSPENDED = 3;
export const PAST_LEAVES = 18;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Person = Mutable<DemoEmployee>;

function take<T>(pool: T[], count: number, fits: (item: T) => boolean): T[] {
  const taken: T[] = [];
  for (let index = 0; index < pool.length && taken.length < count;) {
    const item = pool[index];
    if (item !== undefined && fits(item)) taken.push(...pool.splice(index, 1));
    else index += 1;
  }
  if (taken.length < count) throw new RangeError(`only ${taken.length} of ${count} people fit`);
  return taken;
}

/** Leave, secondment and suspension for people of `pool`; whoever gets one leaves the pool. */
function absences(pool: Person[], referenceDate: string, random: Random): void {
  const settled = addMonths(referenceDate, -3);
  let returning = RETURNERS;
  for (const { type, people, months } of LEAVE_PLAN) {
    const fits = (person: Person): boolean => person.postedOn < settled && (type !== 'MILITARY' || person.grade >= 8);
    for (const person of take(pool, people, fits)) {
      const returns = returning > 0 && (type === 'CHILDCARE' || type === 'STUDY');
      if (returns) returning -= 1;
      Object.assign(person, currentLeave(type, months, person.postedOn, referenceDate, returns, random));
    }
  }
  for (const person of take(pool, SECONDED, (one) => one.grade <= 8 && one.postedOn < settled)) {
    Object.assign(person, secondment(person.postedOn, referenceDate, random));
  }
  for (const person of take(pool, SUSPENDED, () => true)) Object.assign(person, suspension(referenceDate, random));
  const long = addMonths(referenceDate, -22);
  for (const person of take(pool, PAST_LEAVES, (one) => one.postedOn < long)) {
    Object.assign(person, pastLeave(person.postedOn, referenceDate, random));
  }
}

function numberPeople(people: Person[], random: Random): void {
  const serials = random.shuffle(people.map((_, index) => index + 1));
  for (const [index, person] of people.entries()) {
    person.employeeNumber = `${yearOf(person.hiredOn)}${String(serials[index] ?? 0).padStart(4, '0')}`;
  }
}

function shareNames(people: Person[], random: Random): void {
  const chosen = random.shuffle(people).slice(0, HOMONYM_PAIRS * 2);
  for (let index = 0; index + 1 < chosen.length; index += 2) {
    const [first, second] = [chosen[index], chosen[index + 1]];
    if (first && second) second.name = first.name;
  }
}

/**
 * One invented person for each filled place, in order of their employee numbers.
 * The managers (grades 4 to 6) and the people of the merging dongs (`settledUnits`) are all regular staff in service,
 * so that the roll of a ballot counts 479 and 24 are displaced whichever way HR draws the line.
 * @param seats one position for each filled place
 */
export function buildStaff(seats: readonly DemoPosition[], settledUnits: ReadonlySet<string>, seed: number, referenceDate: string): DemoEmployee[] {
  const random = stream(seed, 'staff');
  const names = new Names(stream(seed, 'names'));
  const careers = new Careers(referenceDate, stream(seed, 'careers'));
  const series = settleSeries(seats, stream(seed, 'series'));
  const isJunior = (seat: DemoPosition): boolean => seat.nominalGrade >= 7 && !settledUnits.has(seat.unitCode);
  const candidates = random.shuffle(seats.flatMap((seat, index) => (isJunior(seat) ? [{ seat, index }] : [])));
  const open = ({ seat }: { seat: DemoPosition }): boolean => !seat.specialist && seat.protectedUntil === null;
  const probation = new Set(take(candidates, PROBATION, (one) => one.seat.nominalGrade === 9 && open(one)).map((one) => one.index));
  const term = new Set(take(candidates, TERM, open).map((one) => one.index));
  const people = seats.map((seat, index): Person => {
    const appointmentType: AppointmentType = probation.has(index) ? 'PROBATION' : term.has(index) ? 'TERM' : 'REGULAR';
    const jobSeries = series[index] ?? '행정';
    return {
      employeeNumber: '',
      name: names.next(),
      grade: seat.nominalGrade,
      jobSeries,
      appointmentType,
      ...careers.of(seat.nominalGrade, appointmentType),
      positionCode: seat.code,
      licences: licencesOf(jobSeries, seat.requiredLicences, random),
      leaveType: null, leaveFrom: null, leaveTo: null,
      secondedTo: null, secondedFrom: null, secondedUntil: null,
      suspendedFrom: null, suspendedUntil: null,
    };
  });
  const pool = candidates.flatMap(({ index }) => (people[index] === undefined ? [] : [people[index]]));
  absences(pool, referenceDate, stream(seed, 'absences'));
  numberPeople(people, random);
  shareNames(people, random);
  return people.sort((a, b) => (a.employeeNumber < b.employeeNumber ? -1 : 1));
}
