import { newId, type AuditEntry, type AuditValue } from '#platform';
import { covers } from '../../calendar/civil-date.js';
import { positionFaults } from '../../position/position-rules.js';
import type { PositionRow } from '../../position/position.query.js';
import type { UnitVersion } from '../../unit/unit-tree.js';
import type { ReadTable, RowFault } from '../table/read-table.js';
import type { POSITION_COLUMNS } from './columns.js';
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

  for (const { row, record } of table.rows) {
    const { unitCode, ...fields } = record;
    const wrong: RowFault[] = positionFaults(record).map(({ path, code }) => ({ row, column: path, code }));
    for (const column of ['highestGrade', 'lowestGrade'] as const) {
      if (record[column] >= 1 && record[column] <= 3) wrong.push({ row, column, code: 'validation.range', params: { min: 4, max: 9 } });
    }
    if (record.specialistTenureMonths !== null && ![36, 60].includes(record.specialistTenureMonths)) {
      wrong.push({ row, column: 'specialistTenureMonths', code: 'validation.oneOf', params: { values: '36, 60' } });
    }
    const history = unitsByCode.get(unitCode);
    const unit = history?.find(({ validFrom, validTo }) => covers(validFrom, validTo, record.validFrom));
    if (!history) wrong.push({ row, column: 'unitCode', code: 'IMPORT_UNIT_UNKNOWN', params: { value: unitCode } });
    else if (!unit) wrong.push({ row, column: 'unitCode', code: 'IMPORT_UNIT_NOT_OPEN', params: { value: unitCode, date: record.validFrom } });
    faults.push(...wrong);
    if (wrong.length > 0 || !unit) continue;

    const present = stored.get(record.code);
    const wanted: PositionRow = { ...fields, id: present?.id ?? newId(), unitId: unit.unitId, version: present?.version ?? 1 };
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

const KEYS = [
  'unitId', 'duty', 'dutyEn', 'description', 'authorizedHeadcount', 'highestGrade', 'lowestGrade', 'jobSeries', 'requiredLicences', 'headship',
  'heavyWorkload', 'specialist', 'specialistTenureMonths', 'protectionReason', 'protectedUntil', 'validFrom', 'validTo',
] as const satisfies readonly (keyof PositionRow)[];

const describe = (post: PositionRow, keys: readonly (keyof PositionRow)[] = KEYS): AuditValue => ({ code: post.code, ...Object.fromEntries(keys.map((key) => [key, post[key]])) });
