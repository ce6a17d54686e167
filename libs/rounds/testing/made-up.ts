import type { PersonFacts } from '../facts/person-facts.js';
import type { SeatFacts } from '../facts/seat-facts.js';
import { phasePlan, withMechanism } from '../rules/setting/phase-plan.js';
import type { RunInput, RunPerson, RunSeat } from '../run/run-input.js';

/** Invented people and posts for specs: give what matters, the rest is ordinary. */
export const person = (facts: Partial<PersonFacts> = {}): PersonFacts => ({
  employeeNumber: 'E1', grade: 7, jobSeries: '행정', licences: [], appointmentType: 'REGULAR', postCode: 'A', tenureMonths: 30, sideMonths: 30, inDong: false,
  heavyWorkloadMonths: 0, specialistTermMonths: null, away: null, returner: false, displaced: false, plannedElsewhere: false, hardship: [],
  priorityFromLastRound: false, requestedFor: [], separatedFrom: [], waivers: [], ...facts,
});

export const seat = (facts: Partial<SeatFacts> = {}): SeatFacts => ({
  code: 'B', duty: { ko: '경리', en: 'Accounts' }, unitCode: 'FIN', lineCodes: ['BUR', 'FIN'], departmentCode: 'FIN', department: { ko: '재무과', en: 'Finance Department' },
  bureauCode: 'BUR', inDong: false, highestGrade: 6, lowestGrade: 8, jobSeries: [], requiredLicences: [], headship: null, heavyWorkload: false,
  specialist: false, specialistTenureMonths: null, ...facts,
});

export const runSeat = (code: string, places: number, more: Partial<Omit<RunSeat, 'facts'>> & { facts?: Partial<SeatFacts> } = {}): RunSeat => ({
  state: 'OPEN', authorizedHeadcount: places, heldByOutsiders: 0, ...more, facts: seat({ code, ...more.facts }),
});

export const runPerson = (employeeNumber: string, postCode: string | null, wishes: readonly string[], facts: Partial<PersonFacts> = {}): RunPerson => ({
  facts: person({ employeeNumber, postCode, ...facts }),
  wishes: wishes.map((seatCode, index) => ({ choiceRank: index + 1, seatCode })),
});

export const runInput = (people: readonly RunPerson[], seats: readonly RunSeat[], { mechanism = 'da-star', ...more }: Partial<RunInput> = {}): RunInput => ({
  format: 'jari-run/2', mechanism, plan: withMechanism(phasePlan.standard.phases, mechanism), seed: '7', criteria: {}, people, seats, bystanders: [], separations: [], ...more,
});
