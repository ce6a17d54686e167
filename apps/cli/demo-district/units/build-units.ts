import { type DemoUnit, type UnitType } from '../model.js';
import { BUREAUS, TOP_DIVISIONS } from './catalogue.js';
import { DONGS, type DongSpec } from './dongs.js';
import { type BureauSpec, type DivisionSpec, type TeamSpec } from './spec.js';

/** All units open on one day, before the earliest posting in the staff list. */
export const UNITS_VALID_FROM = '2012-01-01';

export interface BuiltTeam { readonly code: string; readonly spec: TeamSpec }
export interface BuiltDivision { readonly code: string; readonly spec: DivisionSpec; readonly teams: readonly BuiltTeam[] }
export interface BuiltBureau { readonly code: string; readonly spec: BureauSpec; readonly divisions: readonly BuiltDivision[] }
export interface BuiltDong { readonly code: string; readonly spec: DongSpec }

/** The catalogue with its codes: bureau `B10`, division `D1001`, team `T100101`, dong `N01`. */
export interface BuiltUnits {
  readonly bureaus: readonly BuiltBureau[];
  readonly topDivisions: readonly BuiltDivision[];
  readonly dongs: readonly BuiltDong[];
  readonly rows: readonly DemoUnit[];
}

const two = (value: number): string => String(value).padStart(2, '0');

export function unitRow(code: string, names: { name: string; nameEn: string }, type: UnitType, parentCode: string | null): DemoUnit {
  return { code, name: names.name, nameEn: names.nameEn, type, parentCode, validFrom: UNITS_VALID_FROM, validTo: null };
}

function buildDivision(spec: DivisionSpec, prefix: string, number: number): BuiltDivision {
  const digits = prefix + two(number);
  return { code: `D${digits}`, spec, teams: spec.teams.map((team, index) => ({ code: `T${digits}${two(index + 1)}`, spec: team })) };
}

function divisionRows(division: BuiltDivision, parentCode: string | null): DemoUnit[] {
  return [
    unitRow(division.code, division.spec, 'DEPARTMENT', parentCode),
    ...division.teams.map((team) => unitRow(team.code, team.spec, 'TEAM', division.code)),
  ];
}

export function buildUnits(): BuiltUnits {
  const bureaus = BUREAUS.map((spec, index) => {
    const prefix = String((index + 1) * 10);
    return { code: `B${prefix}`, spec, divisions: spec.divisions.map((division, at) => buildDivision(division, prefix, at + 1)) };
  });
  const topDivisions = TOP_DIVISIONS.map((spec, index) => buildDivision(spec, '00', index + 1));
  const dongs = DONGS.map((spec, index) => ({ code: `N${two(index + 1)}`, spec }));
  const rows = [
    ...topDivisions.flatMap((division) => divisionRows(division, null)),
    ...bureaus.flatMap((bureau) => [
      unitRow(bureau.code, bureau.spec, 'BUREAU', null),
      ...bureau.divisions.flatMap((division) => divisionRows(division, bureau.code)),
    ]),
    ...dongs.map((dong) => unitRow(dong.code, dong.spec, 'DONG', null)),
  ];
  return { bureaus, topDivisions, dongs, rows };
}
