import { newId, type AuditEntry } from '#platform';
import { timelineFaults } from '../../unit/timeline-faults.js';
import type { StoredUnitVersion } from '../../unit/org-unit.service.js';
import type { PartialRow, ReadTable, RowFault } from '../table/read-table.js';
import type { UNIT_COLUMNS, UnitRecord } from './columns.js';
import { sameValue, type ImportPlan } from './plan.js';

export interface UnitWrites {
  readonly units: readonly { readonly id: string; readonly code: string }[];
  /** Present versions that end where a new one begins. */
  readonly closed: readonly StoredUnitVersion[];
  readonly changed: readonly StoredUnitVersion[];
  readonly added: readonly StoredUnitVersion[];
}

const describe = ({ name, nameEn, type, parentId, validFrom, validTo }: StoredUnitVersion) => ({ name, nameEn, type, parentId, validFrom, validTo });

/**
 * A row describes a unit from its 시행일 on. The same first day corrects the present version, a later one adds the next
 * version, and one equal to any stored version changes nothing, so that a file can be imported twice.
 * @param stored every version of every unit, oldest first
 */
export const planUnits = (table: ReadTable<typeof UNIT_COLUMNS>, stored: readonly StoredUnitVersion[]): ImportPlan<UnitWrites> => {
  const faults: RowFault[] = [];
  const audit: AuditEntry[] = [];
  const units: { id: string; code: string }[] = [];
  const closed: StoredUnitVersion[] = [];
  const changed: StoredUnitVersion[] = [];
  const added: StoredUnitVersion[] = [];
  let unchanged = 0;
  let toChange = 0;

  const historyOf = new Map<string, StoredUnitVersion[]>();
  for (const version of stored) historyOf.set(version.code, [...(historyOf.get(version.code) ?? []), version]);
  const idOf = new Map(stored.map(({ code, unitId }) => [code, unitId]));
  // A row of which only the name is wrong still has its place in the chart.
  const placed = table.partial.filter(isPlaced);
  const rows = [...table.rows, ...placed];
  for (const { record } of rows) {
    if (idOf.has(record.code)) continue;
    const unit = { id: newId(), code: record.code };
    idOf.set(unit.code, unit.id);
    units.push(unit);
  }

  const rowOf = new Map<string, number>();
  const timeline = new Map<string, StoredUnitVersion>(stored.map((version) => [version.id, version]));
  for (const { row, record } of rows) {
    const { code, validFrom, validTo } = record;
    const unitId = idOf.get(code) ?? '';
    rowOf.set(unitId, row);
    if (validTo !== null && validTo <= validFrom) {
      faults.push({ row, column: 'validTo', code: 'PERIOD_INVERTED' });
      continue;
    }
    const parentId = parentOf(record, idOf);
    if (parentId === undefined) {
      // A parent whose own row is faulty is reported there.
      if (!table.mentioned.has(record.parentCode ?? '')) faults.push({ row, column: 'parentCode', code: 'IMPORT_UNIT_UNKNOWN', params: { value: record.parentCode ?? '' } });
      continue;
    }
    const wanted: StoredUnitVersion = { id: newId(), unitId, code, name: record.name, nameEn: record.nameEn, type: record.type, parentId, validFrom, validTo };
    const history = historyOf.get(code) ?? [];
    const present = history.at(-1);
    if (history.some((version) => sameValue(describe(version), describe(wanted)))) {
      unchanged++;
    } else if (!present) {
      added.push(wanted);
      timeline.set(wanted.id, wanted);
      audit.push({ action: 'orgUnit.import', subjectType: 'orgUnit', subjectId: unitId, after: { code, ...describe(wanted) } });
    } else if (validFrom < present.validFrom) {
      faults.push({ row, column: 'validFrom', code: 'IMPORT_OLDER_THAN_PRESENT', params: { date: present.validFrom } });
    } else {
      toChange++;
      if (validFrom === present.validFrom) {
        const corrected = { ...wanted, id: present.id };
        changed.push(corrected);
        timeline.set(present.id, corrected);
      } else {
        added.push(wanted);
        timeline.set(wanted.id, wanted);
        if (present.validTo === null || present.validTo > validFrom) {
          const ended = { ...present, validTo: validFrom };
          closed.push(ended);
          timeline.set(present.id, ended);
        }
      }
      audit.push({ action: 'orgUnit.import', subjectType: 'orgUnit', subjectId: unitId, before: { code, ...describe(present) }, after: { code, ...describe(wanted) } });
    }
  }
  // A child outside the file whose parent the file ends is reported at the parent's row.
  const versions = [...timeline.values()];
  const parentIdOf = new Map(versions.map(({ unitId, validFrom, parentId }) => [`${unitId} ${validFrom}`, parentId]));
  const found = timelineFaults(versions).flatMap(({ unitId, validFrom, column, code, params }): RowFault[] => {
    const row = rowOf.get(unitId) ?? rowOf.get(parentIdOf.get(`${unitId} ${validFrom}`) ?? '');
    return row === undefined ? [] : [{ row, column, code, params }];
  });
  // While rows are missing from the plan, a parent that is not open may only be one of them.
  faults.push(...(placed.length === table.partial.length && faults.length === 0 ? found : found.filter(({ code }) => code !== 'UNIT_PARENT_NOT_OPEN')));
  return {
    toAdd: units.length, toChange, unchanged,
    faults: [...table.faults, ...faults], warnings: [], writes: { units, closed, changed, added }, audit,
  };
};

const PLACE = ['code', 'type', 'parentCode', 'validFrom', 'validTo'] as const;

const isPlaced = (row: PartialRow<typeof UNIT_COLUMNS>): row is { row: number; record: UnitRecord } => PLACE.every((key) => row.record[key] !== undefined);

const parentOf = ({ parentCode }: UnitRecord, idOf: ReadonlyMap<string, string>): string | null | undefined => (parentCode === null ? null : idOf.get(parentCode));
