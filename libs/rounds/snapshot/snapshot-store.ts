import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import type { PlacementRound } from '../round/placement-round.entity.js';
import type { CompiledRound } from '../run/compile.js';
import type { RunSeat } from '../run/run-input.js';
import type { Entry, TakenWish } from './assemble.js';

export interface CompiledSnapshot {
  readonly entries: readonly Entry[];
  readonly seats: readonly (RunSeat & { readonly positionId: string })[];
  readonly compiled: CompiledRound;
  readonly takenAt: Date;
}

const PEOPLE = `
  INSERT INTO round_participant (organization_id, round_id, employee_id, state, current_position_id, facts, displaced, must_move,
                                 exclusion_code, exclusion_params, wishes_taken_at)
  SELECT $1, $2, p."employeeId", 'SNAPSHOT', p."positionId", p.facts, p.displaced, p."mustMove", p."exclusionCode", p."exclusionParams", $3
  FROM jsonb_to_recordset($4::jsonb) AS p("employeeId" uuid, "positionId" uuid, facts jsonb, displaced boolean, "mustMove" boolean,
                                          "exclusionCode" text, "exclusionParams" jsonb)
  ON CONFLICT (organization_id, round_id, employee_id) DO UPDATE SET
    current_position_id = EXCLUDED.current_position_id, facts = EXCLUDED.facts, displaced = EXCLUDED.displaced, must_move = EXCLUDED.must_move,
    exclusion_code = EXCLUDED.exclusion_code, exclusion_params = EXCLUDED.exclusion_params,
    fact_check = CASE WHEN round_participant.facts = EXCLUDED.facts OR round_participant.fact_check = 'DISPUTED'
                      THEN round_participant.fact_check ELSE 'UNCONFIRMED' END`;

const WISHES = `
  INSERT INTO round_wish (organization_id, round_id, employee_id, choice_rank, position_id, reason_code, ineligible_code, ineligible_params,
                          warnings, score, score_parts, mutual)
  SELECT $1, $2, w."employeeId", w."choiceRank", w."positionId", w."reasonCode", w."ineligibleCode", w."ineligibleParams", w.warnings, w.score, w.parts, w.mutual
  FROM jsonb_to_recordset($3::jsonb) AS w("employeeId" uuid, "choiceRank" integer, "positionId" uuid, "reasonCode" text, "ineligibleCode" text,
                                          "ineligibleParams" jsonb, warnings jsonb, score integer, parts jsonb, mutual boolean)`;

const SEATS = `
  UPDATE round_seat s SET capacity = n.capacity, held_by_outsiders = n.outsiders, vacancies = n.vacancies
  FROM jsonb_to_recordset($3::jsonb) AS n("positionId" uuid, capacity integer, outsiders integer, vacancies integer)
  WHERE s.organization_id = $1 AND s.round_id = $2 AND s.position_id = n."positionId"`;

/** Writes and reads the snapshot in a handful of statements, however many people it has. */
@Injectable()
export class SnapshotStore {
  async save(tx: Tx, round: PlacementRound, snapshot: CompiledSnapshot): Promise<void> {
    const scope = [tx.organizationId, round.id];
    await tx.execute('DELETE FROM round_wish WHERE organization_id = $1 AND round_id = $2', scope);
    await tx.execute(
      `DELETE FROM round_participant WHERE organization_id = $1 AND round_id = $2 AND NOT (employee_id = ANY($3::uuid[]))`,
      [...scope, snapshot.entries.map(({ employeeId }) => employeeId)],
    );
    await tx.execute(PEOPLE, [...scope, snapshot.takenAt, JSON.stringify(this.people(snapshot))]);
    await tx.execute(WISHES, [...scope, JSON.stringify(this.wishRows(snapshot))]);
    await tx.execute(SEATS, [...scope, JSON.stringify(this.seatRows(snapshot))]);
  }

  /** The wishes as the snapshot took them, by employee id. */
  async wishes(tx: Tx, roundId: string): Promise<ReadonlyMap<string, readonly TakenWish[]>> {
    const rows = await tx.query<TakenWish & { employeeId: string }>(
      `SELECT employee_id AS "employeeId", choice_rank AS "choiceRank", position_id AS "positionId", reason_code AS "reasonCode"
       FROM round_wish WHERE organization_id = $1 AND round_id = $2 ORDER BY employee_id, choice_rank`,
      [tx.organizationId, roundId],
    );
    const byPerson = new Map<string, TakenWish[]>();
    for (const { employeeId, ...wish } of rows) byPerson.set(employeeId, [...(byPerson.get(employeeId) ?? []), wish]);
    return byPerson;
  }

  async markTaken(tx: Tx, roundId: string, employeeId: string, at: Date): Promise<void> {
    await tx.execute('UPDATE round_participant SET wishes_taken_at = $4 WHERE organization_id = $1 AND round_id = $2 AND employee_id = $3', [tx.organizationId, roundId, employeeId, at]);
  }

  async clear(tx: Tx, roundId: string): Promise<void> {
    await tx.execute('DELETE FROM round_participant WHERE organization_id = $1 AND round_id = $2', [tx.organizationId, roundId]);
    await tx.execute('UPDATE round_seat SET capacity = NULL, held_by_outsiders = NULL, vacancies = NULL WHERE organization_id = $1 AND round_id = $2', [tx.organizationId, roundId]);
  }

  private people({ entries, compiled }: CompiledSnapshot): readonly object[] {
    return compiled.people.map(({ facts, mustMove, exclusion }, index) => ({
      employeeId: entries[index]?.employeeId, positionId: entries[index]?.positionId, facts, displaced: facts.displaced, mustMove: mustMove !== null,
      exclusionCode: exclusion?.code ?? null, exclusionParams: exclusion?.params ?? null,
    }));
  }

  private wishRows({ entries, compiled }: CompiledSnapshot): readonly object[] {
    return compiled.people.flatMap(({ facts, wishes }, index) => wishes.map((wish, at) => ({
      employeeId: entries[index]?.employeeId, choiceRank: wish.choiceRank,
      positionId: entries[index]?.wishes[at]?.positionId, reasonCode: entries[index]?.wishes[at]?.reasonCode,
      ineligibleCode: wish.ineligible?.code ?? null, ineligibleParams: wish.ineligible?.params ?? null, warnings: wish.warnings,
      score: wish.ineligible === null ? wish.score : null, parts: wish.ineligible === null ? wish.parts : null,
      mutual: facts.requestedFor.includes(wish.seatCode),
    })));
  }

  private seatRows({ seats, compiled }: CompiledSnapshot): readonly object[] {
    const staying = new Map<string, number>();
    for (const { exclusion, mustMove, heldSeat } of compiled.people) {
      if (exclusion === null && mustMove === null && heldSeat !== null) staying.set(heldSeat, (staying.get(heldSeat) ?? 0) + 1);
    }
    return seats.map(({ positionId, facts, heldByOutsiders }) => {
      const capacity = compiled.seats.get(facts.code)?.places ?? 0;
      return { positionId, capacity, outsiders: heldByOutsiders, vacancies: Math.max(0, capacity - (staying.get(facts.code) ?? 0)) };
    });
  }
}
