import { type UnitVersion } from '#organization';
import type { Tx } from '#platform';
import { criteriaValues } from '../criteria/frozen-criteria.js';
import { collectFacts, departmentsOf, dongUnits, type PostIndex } from '../facts/collect-facts.js';
import type { PersonFacts } from '../facts/person-facts.js';
import type { PlacementRound } from '../round/placement-round.entity.js';
import { returnerWindow } from '../rules/setting/returner.js';
import { loadUnitVersions } from '../seat/post-rows.js';
import type { RoundSeatView } from '../seat/seat-catalogue.service.js';
import { loadRecords } from '../record/record-rows.js';
import { loadLinks, loadStaff, type StaffLinks, type StaffRow } from './staff-rows.js';

/** Everybody in service with their facts, and the posts, as one transaction sees them. */
export interface World {
  readonly staff: readonly { readonly row: StaffRow; readonly facts: PersonFacts; readonly positionId: string | null }[];
  readonly links: StaffLinks;
  readonly seats: readonly RoundSeatView[];
  readonly posts: PostIndex;
  readonly idOf: ReadonlyMap<string, string>;
}

const indexPosts = async (tx: Tx, seats: readonly RoundSeatView[], versions: readonly UnitVersion[]): Promise<PostIndex & { readonly idOf: ReadonlyMap<string, string> }> => {
  const rows = await tx.query<{ id: string; code: string; unitId: string }>('SELECT id, code, unit_id AS "unitId" FROM position WHERE organization_id = $1', [tx.organizationId]);
  const dongs = dongUnits(versions);
  const departments = departmentsOf(versions);
  const codes = await tx.query<{ id: string; code: string }>('SELECT id, code FROM org_unit WHERE organization_id = $1', [tx.organizationId]);
  const codeOfUnit = new Map(codes.map(({ id, code }) => [id, code]));
  const departmentOfUnit = (unitId: string): string | null => codeOfUnit.get(departments.get(unitId) ?? '') ?? null;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const seatById = new Map(seats.map((seat) => [seat.positionId, seat.facts]));
  return {
    codeOf: (id) => byId.get(id)?.code ?? null,
    isInDong: (id) => dongs.has(byId.get(id)?.unitId ?? ''),
    departmentOf: (id) => departmentOfUnit(byId.get(id)?.unitId ?? ''),
    departmentOfUnit,
    seatOf: (id) => seatById.get(id),
    idOf: new Map(rows.map(({ id, code }) => [code, id])),
  };
};

export const loadWorld = async (tx: Tx, round: PlacementRound, seats: readonly RoundSeatView[], values: ReturnType<typeof criteriaValues>): Promise<World> => {
  const { monthsBefore } = returnerWindow.of(values[returnerWindow.code] ?? returnerWindow.standard);
  const posts = await indexPosts(tx, seats, await loadUnitVersions(tx));
  const links = await loadLinks(tx, round);
  const rows = await loadStaff(tx, round.effectiveOn);
  const records = await loadRecords(tx);
  const dates = { cutOffOn: round.cutOffOn, effectiveOn: round.effectiveOn, returnerMonths: monthsBefore };
  const staff = rows.map((row) => {
    const facts = collectFacts(row, links, posts, dates, records);
    return { row, facts, positionId: facts.postCode === null ? null : posts.idOf.get(facts.postCode) ?? null };
  });
  return { staff, links, seats, posts, idOf: posts.idOf };
};
