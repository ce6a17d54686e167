import { josa } from '../josa.js';
import { type BuiltBureau, type BuiltDivision, type BuiltTeam } from '../units/build-units.js';
import { COUNCIL_SECRETARIAT } from '../units/catalogue.js';
import { type DutySpec } from '../units/spec.js';
import { draft, draftDuty, type PositionDraft } from './draft.js';

/** Duties of a team that the pattern of grades decides, the one for a senior officer (6급) first. */
function freeDuties(team: BuiltTeam): DutySpec[] {
  const free = team.spec.duties.filter((duty) => duty.grade === null);
  const senior = free.find((duty) => !duty.heavyWorkload && duty.requiredLicences.length === 0) ?? free[0];
  return senior === undefined ? [] : [senior, ...free.filter((duty) => duty !== senior)];
}

/**
 * Codes of the teams that have a senior officer's post beside their lead: `count` of all teams, those with the most
 * duties first, so that the plan of grade 6 is met exactly.
 */
export function teamsWithSenior(divisions: readonly BuiltDivision[], count: number): ReadonlySet<string> {
  const teams = divisions.flatMap((division) => division.teams);
  const sorted = [...teams].sort((a, b) => freeDuties(b).length - freeDuties(a).length || (a.code < b.code ? -1 : 1));
  return new Set(sorted.slice(0, count).map((team) => team.code));
}

function teamLead(team: BuiltTeam): PositionDraft {
  const names = team.spec.duties.slice(0, 2).map((duty) => duty.duty).join(', ');
  return draft({
    unitCode: team.code,
    duty: `${team.spec.name} 총괄`,
    dutyEn: `Lead of the ${team.spec.nameEn}`,
    description: `${josa(team.spec.name, '을/를')} 이끌며 ${names} 등을 총괄한다.`,
    nominalGrade: 6,
    headship: 'TEAM_LEAD',
    jobSeries: team.spec.jobSeries,
  });
}

function teamPosts(team: BuiltTeam, hasSenior: boolean, index: number): PositionDraft[] {
  // After the senior post: grade 7, then 8, but 9 in every third team, as juniors start where the routine work is.
  const rest = [7, index % 3 === 2 ? 9 : 8, 8, 9];
  const grades = new Map(freeDuties(team).map((duty, at) => [duty, hasSenior ? (at === 0 ? 6 : rest[at - 1]) : rest[at]]));
  return team.spec.duties.map((duty) =>
    draftDuty(duty, team.code, team.spec.name, team.spec.jobSeries, duty.grade ?? grades.get(duty) ?? 9));
}

export function divisionPosts(division: BuiltDivision, withSenior: ReadonlySet<string>): PositionDraft[] {
  const { code, spec, teams } = division;
  const head = draft({
    unitCode: code,
    duty: `${spec.name} 총괄`,
    dutyEn: `Head of the ${spec.nameEn}`,
    description: spec.description,
    nominalGrade: spec.name === COUNCIL_SECRETARIAT ? 4 : 5,
    headship: 'DEPARTMENT_HEAD',
    jobSeries: spec.jobSeries,
  });
  return [
    head,
    ...spec.ownDuties.map((duty) => ({ ...draftDuty(duty, code, spec.name, spec.jobSeries, duty.grade ?? 5), grows: false })),
    ...teams.flatMap((team, index) => [teamLead(team), ...teamPosts(team, withSenior.has(team.code), index)]),
  ];
}

export function bureauHead(bureau: BuiltBureau): PositionDraft {
  const { name, nameEn, description, divisions } = bureau.spec;
  const jobSeries = [...new Set(divisions.flatMap((division) => division.jobSeries))];
  return draft({ unitCode: bureau.code, duty: `${name} 총괄`, dutyEn: `Director of the ${nameEn}`, description, nominalGrade: 4, jobSeries });
}
