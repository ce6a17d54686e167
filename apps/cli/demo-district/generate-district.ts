import { assertDay } from './dates.js';
import { EMPLOYEE_COLUMNS, POSITION_COLUMNS, toCsv, UNIT_COLUMNS } from './csv.js';
import { directory } from './directory.js';
import { buildMerger, mergingUnitCodes } from './facts/merger.js';
import { buildRecords, dongPlaces } from './facts/placement-records.js';
import { buildPeopleFacts } from './facts/people-facts.js';
import { type DemoDistrict } from './model.js';
import { buildStaff } from './people/build-staff.js';
import { chooseVacancies } from './people/vacancies.js';
import { buildPositions } from './positions/build-positions.js';
import { stream } from './random.js';
import { buildUnits } from './units/build-units.js';

/** Divisions whose heads are appointed after a ballot of the managers. */
const BALLOT_DIVISIONS = ['행정지원과', '기획예산과'];

/**
 * The invented district as of `referenceDate` (가상 데이터): the same input gives the same bytes.
 * @throws RangeError when the reference date is no day or the plan of headcounts cannot be met.
 */
export function generateDemoDistrict({ seed, referenceDate }: { seed: number; referenceDate: string }): DemoDistrict {
  assertDay(referenceDate);
  const built = buildUnits();
  const positions = buildPositions(built, seed, referenceDate);
  const units = built.rows;
  const closing = new Set(mergingUnitCodes(built));
  const places = directory({ units, positions, employees: [] });
  const vacant = chooseVacancies(positions, (position) => places.division(position.unitCode).code, closing, stream(seed, 'vacancies'));
  const seats = positions.flatMap((position) =>
    Array.from({ length: position.authorizedHeadcount - (vacant.has(position.code) ? 1 : 0) }, () => position));
  const employees = buildStaff(seats, closing, seed, referenceDate);
  const lookUp = directory({ units, positions, employees });
  const merger = buildMerger(built, employees, seed, referenceDate);
  const ballotUnits = new Set(units.filter((unit) => BALLOT_DIVISIONS.includes(unit.name)).map((unit) => unit.code));
  return {
    label: '가상 데이터',
    name: '자리구 (가상)',
    nameEn: 'Jari District (invented)',
    seed,
    referenceDate,
    units,
    positions,
    employees,
    unitsCsv: toCsv(UNIT_COLUMNS, units),
    positionsCsv: toCsv(POSITION_COLUMNS, positions),
    employeesCsv: toCsv(EMPLOYEE_COLUMNS, employees),
    facts: {
      ...buildPeopleFacts(employees, lookUp, merger.displaced, seed, referenceDate),
      merger,
      records: buildRecords(units, employees, lookUp, seed),
      places: [...dongPlaces([...units, merger.newUnit])].map(([unitCode, place]) => ({ unitCode, ...place })),
      ballotPositionCodes: positions
        .filter((position) => position.headship === 'DEPARTMENT_HEAD' && ballotUnits.has(position.unitCode))
        .map((position) => position.code),
    },
  };
}
