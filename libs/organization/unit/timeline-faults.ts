import type { MessageParams } from '#contracts';
import type { UnitVersion } from './unit-tree.js';
import type { UnitType } from './unit-type.js';

/** What is wrong with one version among all versions of all units. */
export interface TimelineFault {
  readonly unitId: string;
  readonly validFrom: string;
  readonly column: 'parentCode' | 'validFrom' | 'validTo';
  readonly code: 'UNIT_CYCLE' | 'UNIT_PARENT_NOT_OPEN' | 'UNIT_PARENT_TOO_SMALL' | 'UNIT_PERIODS_OVERLAP';
  readonly params: MessageParams;
}

const SIZE: Readonly<Record<UnitType, number>> = { BUREAU: 3, DEPARTMENT: 2, DONG: 2, TEAM: 1 };

const isOpenThroughout = (parent: readonly UnitVersion[], from: string, until: string | null): boolean => {
  let reached = from;
  for (const { validFrom, validTo } of parent) {
    if (validFrom > reached) return false;
    if (validTo === null) return true;
    if (validTo > reached) reached = validTo;
    if (until !== null && reached >= until) return true;
  }
  return false;
};

/** Units that are their own ancestors on one day. */
const unitsInCycles = (parentOf: ReadonlyMap<string, string | null>): Set<string> => {
  const settled = new Set<string>();
  const cyclic = new Set<string>();
  for (const start of parentOf.keys()) {
    const walk: string[] = [];
    let at: string | null = start;
    while (at !== null && !settled.has(at) && !walk.includes(at)) {
      walk.push(at);
      at = parentOf.get(at) ?? null;
    }
    if (at !== null && walk.includes(at)) for (const unitId of walk.slice(walk.indexOf(at))) cyclic.add(unitId);
    for (const unitId of walk) settled.add(unitId);
  }
  return cyclic;
};

/**
 * Checks a whole history of the organisation chart: one version of a unit at a time, every parent open as long as its
 * children, no unit below a smaller kind (국 > 과·동 > 팀), and on no day a unit that is its own ancestor.
 * @returns every fault, in no particular order; each version's `validFrom` identifies it within its unit
 */
export const timelineFaults = (versions: readonly UnitVersion[]): readonly TimelineFault[] => {
  const faults: TimelineFault[] = [];
  const byUnit = groupByUnit(versions);
  for (const history of byUnit.values()) history.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  for (const history of byUnit.values()) {
    history.forEach((version, index) => {
      const { unitId, validFrom, validTo, parentId } = version;
      const next = history[index + 1];
      if (next && (validTo === null || validTo > next.validFrom)) {
        faults.push({ unitId, validFrom: next.validFrom, column: 'validFrom', code: 'UNIT_PERIODS_OVERLAP', params: { value: version.code } });
      }
      if (parentId === null) return;
      const parents = byUnit.get(parentId) ?? [];
      const parentCode = parents[0]?.code ?? '';
      if (!isOpenThroughout(parents, validFrom, validTo)) {
        faults.push({ unitId, validFrom, column: 'parentCode', code: 'UNIT_PARENT_NOT_OPEN', params: { value: parentCode } });
      }
      const atTheSameTime = parents.filter((parent) => (validTo === null || parent.validFrom < validTo) && (parent.validTo === null || parent.validTo > validFrom));
      if (atTheSameTime.some((parent) => SIZE[parent.type] < SIZE[version.type])) {
        faults.push({ unitId, validFrom, column: 'parentCode', code: 'UNIT_PARENT_TOO_SMALL', params: { value: parentCode } });
      }
    });
  }
  return [...faults, ...cycleFaults(versions)];
};

const groupByUnit = (versions: readonly UnitVersion[]): Map<string, UnitVersion[]> => {
  const groups = new Map<string, UnitVersion[]>();
  for (const version of versions) {
    const group = groups.get(version.unitId);
    if (group) group.push(version);
    else groups.set(version.unitId, [version]);
  }
  return groups;
};

/** The chart changes only where a version starts, so each of those days is looked at once. */
const cycleFaults = (versions: readonly UnitVersion[]): TimelineFault[] => {
  const found = new Map<UnitVersion, TimelineFault>();
  for (const day of new Set(versions.map(({ validFrom }) => validFrom))) {
    const alive = versions.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo > day));
    const cyclic = unitsInCycles(new Map(alive.map(({ unitId, parentId }) => [unitId, parentId])));
    for (const version of alive) {
      const { unitId, validFrom, code } = version;
      if (cyclic.has(unitId)) found.set(version, { unitId, validFrom, column: 'parentCode', code: 'UNIT_CYCLE', params: { value: code } });
    }
  }
  return [...found.values()];
};
