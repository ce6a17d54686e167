import { JariError, type Tx } from '#platform';
import type { PlacementRound } from '../round/placement-round.entity.js';
import { compileRound, type CompiledPerson, type CompiledRound } from '../run/compile.js';
import type { RunInput } from '../run/run-input.js';
import type { RoundParticipant } from '../snapshot/round-participant.entity.js';

/** One participant with where they stand now, overrides included. */
export interface PlacedParticipant {
  readonly employeeId: string;
  readonly state: RoundParticipant['state'];
  readonly currentPositionId: string | null;
  readonly outcomePositionId: string | null;
  readonly person: CompiledPerson;
  /** Position id → choice rank. */
  readonly wishes: ReadonlyMap<string, number>;
}

export interface RoundPlace {
  readonly positionId: string;
  readonly code: string;
  readonly open: boolean;
  /** Places for the people of this round. */
  readonly capacity: number;
}

/** The proposal as it stands: who is where, and how many places each post has. */
export interface CurrentPlacement {
  readonly compiled: CompiledRound;
  readonly people: ReadonlyMap<string, PlacedParticipant>;
  readonly places: ReadonlyMap<string, RoundPlace>;
}

interface ParticipantRow extends Omit<PlacedParticipant, 'person' | 'wishes'> {
  readonly employeeNumber: string;
}

/** Reads the proposal with the rules of the run it rests on. @throws JariError RUN_NOT_FOUND before a run was adopted */
export const loadPlacement = async (tx: Tx, round: PlacementRound): Promise<CurrentPlacement> => {
  const run = await tx.one<{ input: RunInput }>('SELECT input FROM placement_run WHERE organization_id = $1 AND id = $2', [tx.organizationId, round.adoptedRunId]);
  if (run === undefined) throw new JariError('RUN_NOT_FOUND');
  const compiled = compileRound(run.input);
  const persons = new Map(compiled.people.map((person) => [person.facts.employeeNumber, person]));
  const scope = [tx.organizationId, round.id];
  const rows = await tx.query<ParticipantRow>(
    `SELECT employee_id AS "employeeId", state, current_position_id AS "currentPositionId", outcome_position_id AS "outcomePositionId",
            facts->>'employeeNumber' AS "employeeNumber" FROM round_participant WHERE organization_id = $1 AND round_id = $2`, scope);
  const wishes = await tx.query<{ employeeId: string; positionId: string; choiceRank: number }>(
    `SELECT employee_id AS "employeeId", position_id AS "positionId", choice_rank AS "choiceRank" FROM round_wish
     WHERE organization_id = $1 AND round_id = $2`, scope);
  const seats = await tx.query<RoundPlace>(
    `SELECT position_id AS "positionId", facts->>'code' AS code, state = 'OPEN' AS open, coalesce(capacity, 0) AS capacity
     FROM round_seat WHERE organization_id = $1 AND round_id = $2`, scope);
  const ranks = new Map<string, Map<string, number>>();
  for (const { employeeId, positionId, choiceRank } of wishes) ranks.set(employeeId, (ranks.get(employeeId) ?? new Map<string, number>()).set(positionId, choiceRank));
  return {
    compiled,
    people: new Map(rows.flatMap(({ employeeNumber, ...row }) => {
      const person = persons.get(employeeNumber);
      return person === undefined ? [] : [[row.employeeId, { ...row, person, wishes: ranks.get(row.employeeId) ?? new Map<string, number>() }] as const];
    })),
    places: new Map(seats.map((seat) => [seat.positionId, seat])),
  };
};

/** How many participants end at each post, with some of them moved. @param moved employee id → position id */
export const occupancy = ({ people }: Pick<CurrentPlacement, 'people'>, moved: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { employeeId, state, outcomePositionId } of people.values()) {
    const positionId = moved.get(employeeId) ?? (state === 'EXCLUDED' ? null : outcomePositionId);
    if (positionId !== null) counts.set(positionId, (counts.get(positionId) ?? 0) + 1);
  }
  return counts;
};
