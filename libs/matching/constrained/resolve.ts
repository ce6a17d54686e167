import { idAt, idCount, type IdTable } from '../ids/id-table.js';
import type { Instance } from '../instance/instance.js';
import { OBJECTIVES, type ConstrainedSpec } from './spec.js';

export type SpecFaultCode = 'UNKNOWN_OBJECTIVE' | 'UNKNOWN_SEAT' | 'UNKNOWN_EMPLOYEE' | 'UNKNOWN_GROUP' | 'UNKNOWN_MARK' | 'DUPLICATE' | 'COUNT_RANGE' | 'TOO_FEW_PEOPLE';

/** One fault of a spec: where, as a path into it (`constraints[2].least`), and what. */
export interface SpecFault {
  readonly path: string;
  readonly code: SpecFaultCode;
}

/** The spec names what the instance does not have, or counts that are none. */
export class SpecRefused extends Error {
  constructor(readonly faults: readonly SpecFault[]) {
    super(faults.map(({ path, code }) => `${path}: ${code}`).join('\n'));
    this.name = 'SpecRefused';
  }
}

/** The codes of a spec as numbers of the instance. */
export interface Names {
  readonly group: ReadonlyMap<string, Int32Array>;
  readonly mark: ReadonlyMap<string, Int32Array>;
  readonly person: ReadonlyMap<string, number>;
}

/** Throws SpecRefused with every fault. */
export function resolveSpec(instance: Instance, spec: ConstrainedSpec): Names {
  const faults: SpecFault[] = [];
  const fault = (path: string, code: SpecFaultCode): void => void faults.push({ path, code });
  const seat = numbersOf(instance.seats), person = numbersOf(instance.employees);
  const sets = (list: readonly { code: string; members: readonly string[] }[], member: string, path: string, known: ReadonlyMap<string, number>, unknown: SpecFaultCode) => {
    const found = new Map<string, Int32Array>();
    list.forEach(({ code, members }, at) => {
      if (found.has(code)) fault(`${path}[${at}].code`, 'DUPLICATE');
      members.forEach((id, index) => { if (!known.has(id)) fault(`${path}[${at}].${member}[${index}]`, unknown); });
      found.set(code, Int32Array.from(new Set(members.map((id) => known.get(id) ?? -1))));
    });
    return found;
  };
  const group = sets(spec.groups.map(({ code, seats }) => ({ code, members: seats })), 'seats', 'groups', seat, 'UNKNOWN_SEAT');
  const mark = sets((spec.marks ?? []).map(({ code, people }) => ({ code, members: people })), 'people', 'marks', person, 'UNKNOWN_EMPLOYEE');
  if (!OBJECTIVES.includes(spec.objective)) fault('objective', 'UNKNOWN_OBJECTIVE');
  const ids = new Set<string>();
  spec.constraints.forEach((constraint, at) => {
    const path = `constraints[${at}]`;
    if (ids.has(constraint.id)) fault(`${path}.id`, 'DUPLICATE');
    ids.add(constraint.id);
    if ('group' in constraint && !group.has(constraint.group)) fault(`${path}.group`, 'UNKNOWN_GROUP');
    if ('mark' in constraint && !mark.has(constraint.mark)) fault(`${path}.mark`, 'UNKNOWN_MARK');
    if (constraint.kind === 'apart') {
      constraint.groups.forEach((code, index) => { if (!group.has(code)) fault(`${path}.groups[${index}]`, 'UNKNOWN_GROUP'); });
      constraint.people.forEach((id, index) => { if (!person.has(id)) fault(`${path}.people[${index}]`, 'UNKNOWN_EMPLOYEE'); });
      if (new Set(constraint.people).size < 2) fault(`${path}.people`, 'TOO_FEW_PEOPLE');
    }
    const least = 'least' in constraint ? constraint.least ?? 0 : 0;
    const most = 'most' in constraint ? constraint.most : least;
    if (!isCount(least)) fault(`${path}.least`, 'COUNT_RANGE');
    if (!isCount(most) || most < least) fault(`${path}.most`, 'COUNT_RANGE');
  });
  if (faults.length > 0) throw new SpecRefused(faults);
  return { group, mark, person };
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}

function numbersOf(table: IdTable): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (let at = 0; at < idCount(table); at++) numbers.set(idAt(table, at), at);
  return numbers;
}
