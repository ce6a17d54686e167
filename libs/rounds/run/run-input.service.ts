import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { criteriaValues, type CriteriaValues, type FrozenCriteria } from '../criteria/frozen-criteria.js';
import type { PersonFacts } from '../facts/person-facts.js';
import type { PlacementRound } from '../round/placement-round.entity.js';
import { planOf, withMechanism } from '../rules/setting/phase-plan.js';
import { SeatCatalogueService } from '../seat/seat-catalogue.service.js';
import { bystandersOf } from '../snapshot/assemble.js';
import { loadWorld } from '../snapshot/world.js';
import type { RunInput, RunPerson, RunSeat } from './run-input.js';

export interface RunParameters {
  /** That of the first open phase. */
  readonly mechanism: string;
  readonly seed: string;
  /** Values that deviate from those noticed, by code. */
  readonly criteria: CriteriaValues;
}

export interface AssembledInput {
  readonly input: RunInput;
  readonly employeeIds: ReadonlyMap<string, string>;
  readonly positionIds: ReadonlyMap<string, string>;
}

/** Puts the frozen snapshot together as the one document from which a run is made. */
@Injectable()
export class RunInputService {
  constructor(private readonly seats: SeatCatalogueService) {}

  async assemble(tx: Tx, round: PlacementRound, { mechanism, seed, criteria }: RunParameters): Promise<AssembledInput> {
    const values = { ...criteriaValues(round.criteria as FrozenCriteria), ...criteria };
    const people = await tx.query<{ employeeId: string; facts: PersonFacts; wishes: RunPerson['wishes'] }>(
      `SELECT p.employee_id AS "employeeId", p.facts,
              coalesce((SELECT jsonb_agg(jsonb_build_object('choiceRank', w.choice_rank, 'seatCode', o.code) ORDER BY w.choice_rank)
                        FROM round_wish w JOIN position o ON o.organization_id = w.organization_id AND o.id = w.position_id
                        WHERE w.organization_id = p.organization_id AND w.round_id = p.round_id AND w.employee_id = p.employee_id), '[]') AS wishes
       FROM round_participant p WHERE p.organization_id = $1 AND p.round_id = $2 ORDER BY p.facts->>'employeeNumber' COLLATE "C"`,
      [tx.organizationId, round.id],
    );
    const seats = await tx.query<RunSeat>(
      `SELECT facts, state, authorized_headcount AS "authorizedHeadcount", coalesce(held_by_outsiders, 0) AS "heldByOutsiders"
       FROM round_seat WHERE organization_id = $1 AND round_id = $2 ORDER BY facts->>'code' COLLATE "C"`,
      [tx.organizationId, round.id],
    );
    const world = await loadWorld(tx, round, await this.seats.list(tx, round.id), values);
    const numbers = new Map(world.staff.map(({ row }) => [row.employeeId, row.employeeNumber]));
    const input: RunInput = {
      format: 'jari-run/2', mechanism, plan: withMechanism(planOf(values), mechanism), seed, criteria: values, seats,
      people: people.map(({ facts, wishes }) => ({ facts, wishes })),
      bystanders: bystandersOf(new Set(people.map(({ employeeId }) => employeeId)), world),
      separations: world.links.relations.flatMap(({ a, b }) => {
        const [first, second] = [numbers.get(a), numbers.get(b)];
        return first === undefined || second === undefined ? [] : [[first, second] as const];
      }),
    };
    return { input, employeeIds: new Map(people.map(({ employeeId, facts }) => [facts.employeeNumber, employeeId])), positionIds: world.idOf };
  }
}
