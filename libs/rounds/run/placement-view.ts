import type { PlacementView } from '../rules/outcome/placement-view.js';
import type { CompiledRound } from './compile.js';
import type { RunInput } from './run-input.js';

/**
 * Everybody in post after the round, for the checks.
 * @param seatOf where a participant ends, by employee number; null = nowhere in the round (who is away keeps the old post)
 */
export const viewOf = (input: RunInput, round: CompiledRound, seatOf: (employeeNumber: string) => string | null): PlacementView => {
  const facts = (code: string | null) => (code === null ? null : round.seats.get(code)?.facts ?? null);
  return {
    people: [
      ...round.people.map(({ facts: person }) => ({
        employeeNumber: person.employeeNumber, grade: person.grade, from: facts(person.postCode), to: facts(seatOf(person.employeeNumber)),
        tenureMonths: person.tenureMonths, away: person.away !== null,
      })),
      ...input.bystanders.map(({ employeeNumber, grade, postCode, tenureMonths, away }) => ({
        employeeNumber, grade, from: facts(postCode), to: facts(postCode), tenureMonths, away,
      })),
    ],
    seats: new Map([...round.seats].filter(([, { open }]) => open).map(([code, { facts: seat, authorizedHeadcount }]) => [code, { facts: seat, authorizedHeadcount }])),
    separations: input.separations,
  };
};
