import type { Fault } from '#contracts';

export const MAX_STAFF_REQUESTS = 10;
export const MAX_REQUEST_NOTE_LENGTH = 500;

/** One request as a head writes it; its place in the list is its rank. */
export interface StaffRequestInput {
  /** A person; without one the note says what the post needs. */
  readonly employeeId?: string | null;
  readonly note?: string | null;
}

export interface StaffRequestFacts {
  readonly headEmployeeId: string;
  /** Everyone in service today. */
  readonly knownEmployees: ReadonlySet<string>;
  /** Who holds the post already. */
  readonly holders: ReadonlySet<string>;
}

const employeeFault = (employeeId: string, { headEmployeeId, knownEmployees, holders }: StaffRequestFacts): string | null => {
  if (!knownEmployees.has(employeeId)) return 'EMPLOYEE_UNKNOWN';
  if (employeeId === headEmployeeId) return 'REQUEST_FOR_ONESELF';
  return holders.has(employeeId) ? 'REQUEST_FOR_HOLDER' : null;
};

/** Everything wrong with the ranked requests for one post, all at once. */
export const staffRequestFaults = (requests: readonly StaffRequestInput[], facts: StaffRequestFacts): Fault[] => {
  const faults: Fault[] = [];
  if (requests.length > MAX_STAFF_REQUESTS) {
    faults.push({ code: 'validation.listSize', path: 'requests', params: { min: 0, max: MAX_STAFF_REQUESTS } });
  }
  const seen = new Set<string>();
  requests.forEach(({ employeeId, note }, index) => {
    const path = `requests[${index}]`;
    const length = [...(note?.trim() ?? '')].length;
    if (length > MAX_REQUEST_NOTE_LENGTH) {
      faults.push({ code: 'validation.length', path: `${path}.note`, params: { min: 0, max: MAX_REQUEST_NOTE_LENGTH } });
    }
    if (!employeeId) {
      if (length === 0) faults.push({ code: 'REQUEST_EMPTY', path });
      return;
    }
    if (seen.has(employeeId)) faults.push({ code: 'validation.duplicate', path: `${path}.employeeId` });
    seen.add(employeeId);
    const code = employeeFault(employeeId, facts);
    if (code) faults.push({ code, path: `${path}.employeeId` });
  });
  return faults;
};
