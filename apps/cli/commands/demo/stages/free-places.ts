import type { ParticipantLine } from '../season/season-record.js';

export interface RoundSeat {
  readonly positionId: string;
  readonly state: 'OPEN' | 'FROZEN' | 'WITHDRAWN';
  readonly capacity: number | null;
  readonly facts: { readonly code: string; readonly departmentCode: string };
}

/** Open posts that the placement leaves a place in, by code. */
export const freePlaces = (seats: readonly RoundSeat[], people: readonly ParticipantLine[]): readonly RoundSeat[] => {
  const taken = new Map<string, number>();
  for (const { state, outcomePositionId } of people) {
    if (state !== 'EXCLUDED' && outcomePositionId !== null) taken.set(outcomePositionId, (taken.get(outcomePositionId) ?? 0) + 1);
  }
  return seats
    .filter(({ positionId, state, capacity }) => state === 'OPEN' && (capacity ?? 0) > (taken.get(positionId) ?? 0))
    .sort((a, b) => (a.facts.code < b.facts.code ? -1 : 1));
};
