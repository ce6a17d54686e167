import { covers } from '../calendar/civil-date.js';
import type { UnitType } from './unit-type.js';

/** A unit as it stands in one stretch of time; `validTo` is exclusive. */
export interface UnitVersion {
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly type: UnitType;
  readonly parentId: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const byCode = (a: UnitVersion, b: UnitVersion): number => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

/** The organisation chart of one day. Ids that are not in it give undefined or an empty list. */
export class UnitTree {
  private readonly nodes: ReadonlyMap<string, UnitVersion>;
  private readonly childrenOf = new Map<string | null, UnitVersion[]>();

  constructor(versions: readonly UnitVersion[], readonly on: string) {
    const alive = versions.filter(({ validFrom, validTo }) => covers(validFrom, validTo, on)).sort(byCode);
    this.nodes = new Map(alive.map((version) => [version.unitId, version]));
    for (const unit of alive) {
      // A unit whose parent has gone stands at the top rather than vanishing.
      const parentId = unit.parentId !== null && this.nodes.has(unit.parentId) ? unit.parentId : null;
      const siblings = this.childrenOf.get(parentId);
      if (siblings) siblings.push(unit);
      else this.childrenOf.set(parentId, [unit]);
    }
  }

  get(unitId: string): UnitVersion | undefined {
    return this.nodes.get(unitId);
  }

  /** Every unit, parents before their children, siblings by code. */
  all(): readonly UnitVersion[] {
    return this.children(null).flatMap((top) => this.withDescendants(top.unitId));
  }

  children(unitId: string | null): readonly UnitVersion[] {
    return this.childrenOf.get(unitId) ?? [];
  }

  /** The unit and everything below it. */
  withDescendants(unitId: string): readonly UnitVersion[] {
    const unit = this.nodes.get(unitId);
    if (!unit) return [];
    const found = [unit];
    for (const next of found) found.push(...this.children(next.unitId));
    return found;
  }

  /** The reporting line from the top down to the unit itself. */
  path(unitId: string): readonly UnitVersion[] {
    const line: UnitVersion[] = [];
    for (let unit = this.nodes.get(unitId); unit && !line.includes(unit); unit = unit.parentId === null ? undefined : this.nodes.get(unit.parentId)) {
      line.unshift(unit);
    }
    return line;
  }

  /** The department or dong to which the unit belongs; a bureau or a team outside both stands for itself. */
  departmentOf(unitId: string): UnitVersion | undefined {
    const line = this.path(unitId);
    return line.findLast(({ type }) => type === 'DEPARTMENT' || type === 'DONG') ?? line.at(-1);
  }

  /** The bureau above the unit; undefined for a dong or an office directly under the mayor. */
  bureauOf(unitId: string): UnitVersion | undefined {
    return this.path(unitId).find(({ type }) => type === 'BUREAU');
  }

  /** Whether the unit is a dong or part of one (rotation distinguishes dong from the district office). */
  isInDong(unitId: string): boolean {
    return this.path(unitId).some(({ type }) => type === 'DONG');
  }

  /** Whether one of the two stands above the other or they are the same. */
  inReportingLine(unitId: string, otherId: string): boolean {
    return this.path(unitId).some((unit) => unit.unitId === otherId) || this.path(otherId).some((unit) => unit.unitId === unitId);
  }
}
