import { newId, type AuditEntry, type AuditValue } from '#platform';
import { covers } from '../../calendar/civil-date.js';
import { positionFaults } from '../../position/position-rules.js';
import type { PositionRow } from '../../position/position.query.js';
import type { UnitVersion } from '../../unit/unit-tree.js';
import type { ReadTable, RowFault } from '../table/read-table.js';
import type { POSITION_COLUMNS, PositionRecord } from './columns.js';
import { sameValue, type ImportPlan } from './plan.js';

export interface PositionWrites {
  readonly added: readonly PositionRow[];
  readonly changed: readonly PositionRow[];
}

export interface PositionState {
  readonly units: readonly UnitVersion[];
  readonly positions: readonly PositionRow[];
  /** Post → people who hold it and count against its headcount today. */
  readonly headcounts: ReadonlyMap<string, number>;
}

/** Compares a file of posts with what is stored; a row equal to the stored post changes nothing. */
export const planPositions = (table: ReadTable<typeof POSITION_COLUMNS>, state: PositionState): ImportPlan<PositionWrites> => {
  const faults: RowFault[] = [];
  const warnings: RowFault[] = [];
  const audit: AuditEntry[] = [];
  const added: PositionRow[] = [];
  const changed: PositionRow[] = [];
  let unchanged = 0;
  const stored = new Map(state.positions.map((post) => [post.code, post]));
  const unitsByCode = new Map<string, UnitVersion[]>();
  for (const unit of state.units) unitsByCode.set(unit.code, [...(unitsByCode.get(unit.code) ?? []), unit]);

  for (const { row, record } of table.partial) faults.push(...rowFaults(row, record, unitsByCode));
  for (const { row, record } of table.rows) {
    const wrong = rowFaults(row, record, unitsByCode);
    faults.push(...wrong);
    const unit = openUnit(record, unitsByCode);
    if (wrong.length > 0 || !unit) continue;

    const present = stored.get(record.code);
    const wanted: PositionRow = { ...record, id: present?.id ?? newId(), unitId: unit.unitId, version: present?.version ?? 1 };
    const holders = state.headcounts.get(wanted.id) ?? 0;
    if (holders > wanted.authorizedHeadcount) {
      warnings.push({ row, column: 'authorizedHeadcount', code: 'IMPORT_SURPLUS', params: { value: record.code, holders, authorized: wanted.authorizedHeadcount } });
    }
    if (!present) {
      added.push(wanted);
      audit.push({ action: 'position.import', subjectType: 'position', subjectId: wanted.id, after: describe(wanted) });
      continue;
    }
    const keys = KEYS.filter((key) => !sameValue(present[key], wanted[key]));
    if (keys.length === 0) {
      unchanged++;
      continue;
    }
    changed.push({ ...wanted, version: present.version + 1 });
    audit.push({ action: 'position.import', subjectType: 'position', subjectId: present.id, before: describe(present, keys), after: describe(wanted, keys) });
  }
  return { toAdd: added.length, toChange: changed.length, unchanged, faults: [...table.faults, ...faults], warnings, writes: { added, changed }, audit };
};

const openUnit = ({ unitCode, validFrom }: Partial<PositionRecord>, unitsByCode: ReadonlyMap<string, readonly UnitVersion[]>): UnitVersion | undefined =>
  validFrom === undefined ? undefined : unitsByCode.get(unitCode ?? '')?.find((unit) => covers(unit.validFrom, unit.validTo, validFrom));

/** What is wrong between the cells of a row, as far as they could be read, and with the unit it names. */
const rowFaults = (row: number, record: Partial<PositionRecord>, unitsByCode: ReadonlyMap<string, readonly UnitVersion[]>): readonly RowFault[] => {
  const { unitCode, validFrom, specialistTenureMonths } = record;
  const faults: RowFault[] = positionFaults(record).map(({ path, code }) => ({ row, column: path, code }));
  for (const column of ['highestGrade', 'lowestGrade'] as const) {
    const grade = record[column] ?? 0;
    if (grade >= 1 && grade <= 3) faults.push({ row, column, code: 'validation.range', params: { min: 4, max: 9 } });
  }
  if (typeof specialistTenureMonths === 'number' && ![36, 60].includes(specialistTenureMonths)) {
    faults.push({ row, column: 'specialistTenureMonths', code: 'validation.oneOf', params: { values: '36, 60' } });
  }
  if (unitCode === undefined) return faults;
  if (!unitsByCode.has(unitCode)) return [...faults, { row, column: 'unitCode', code: 'IMPORT_UNIT_UNKNOWN', params: { value: unitCode } }];
  if (validFrom === undefined || openUnit(record, unitsByCode)) return faults;
  return [...faults, { row, column: 'unitCode', code: 'IMPORT_UNIT_NOT_OPEN', params: { value: unitCode, date: validFrom } }];
};

const KEYS = [
  'unitId', 'duty', 'dutyEn', 'description', 'authorizedHeadcount', 'highestGrade', 'lowestGrade', 'jobSeries', 'requiredLicences', 'headship',
  'heavyWorkload', 'specialist', 'specialistTenureMonths', 'protectionReason', 'protectedUntil', 'validFrom', 'validTo',
] as const satisfies readonly (keyof PositionRow)[];

const describe = (post: PositionRow, keys: readonly (keyof PositionRow)[] = KEYS): AuditValue => ({ code: post.code, ...Object.fromEntries(keys.map((key) => [key, post[key]])) });
