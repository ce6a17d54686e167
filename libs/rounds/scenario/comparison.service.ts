import { Injectable } from '@nestjs/common';
import type { Bilingual } from '#contracts';
import { AuditService, foundOr404, JariError, type Tx } from '#platform';
import { RoundStore } from '../round/round-store.js';
import type { DepartmentFlow } from '../run/department-flows.js';
import type { RunMetrics } from '../run/measure-round.js';
import type { RunOutcome } from '../run/run-outcome.entity.js';
import { comparisonWords, drained } from './comparison-words.js';
import { mechanismTitle, mechanismTradeOff } from './mechanism-words.js';

export interface ComparedScenario {
  readonly runId: string;
  readonly number: number;
  readonly label: string;
  readonly mechanism: string;
  readonly title: Bilingual;
  readonly tradeOff: Bilingual;
  readonly seed: string;
  readonly hash: string;
  readonly solveMs: number;
  readonly asNoticed: boolean;
  /** Whether nothing in the result itself forbids adopting it. */
  readonly adoptable: boolean;
  /** Whether everything that its mechanisms promise is proved. */
  readonly holds: boolean;
  readonly metrics: RunMetrics;
  /** The departments that lose most, at most five. */
  readonly drained: readonly DepartmentFlow[];
  /** Participants whose post differs from that of the base. */
  readonly differing: number;
  readonly words: readonly Bilingual[];
}

export interface Comparison {
  /** With which the others are compared: the first made as noticed, or else the oldest. */
  readonly baseRunId: string;
  readonly scenarios: readonly ComparedScenario[];
}

interface RunRow extends Pick<ComparedScenario, 'runId' | 'number' | 'label' | 'mechanism' | 'seed' | 'hash' | 'solveMs' | 'asNoticed' | 'metrics' | 'holds'> {
  readonly seedIsPublished: boolean;
}

/** One participant to whom two scenarios give different posts. */
export interface Difference {
  readonly employeeId: string;
  readonly employeeNumber: string;
  readonly name: string;
  readonly fromPositionId: string | null;
  readonly one: { readonly outcome: RunOutcome['outcome']; readonly positionId: string | null; readonly obtainedRank: number | null };
  readonly other: { readonly outcome: RunOutcome['outcome']; readonly positionId: string | null; readonly obtainedRank: number | null };
}

const DRAINED_SHOWN = 5;

/** Scenarios of one frozen snapshot side by side. */
@Injectable()
export class ComparisonService {
  constructor(
    private readonly audit: AuditService,
    private readonly rounds: RoundStore,
  ) {}

  /**
   * Counts and sentences; of nobody what they wished for.
   * @param runIds null = every finished run of the round
   * @throws JariError ROUND_NOT_FOUND, RUN_NOT_FOUND for one that is none of the round's finished ones, SCENARIOS_NOT_COMPARABLE without any
   */
  async compare(tx: Tx, roundId: string, runIds: readonly string[] | null): Promise<Comparison> {
    await this.rounds.find(tx, roundId);
    const runs = await this.finished(tx, roundId, runIds);
    const base = runs.find(({ asNoticed, seedIsPublished }) => asNoticed && seedIsPublished) ?? runs[0];
    if (base === undefined) throw new JariError('SCENARIOS_NOT_COMPARABLE');
    const differing = await this.countDifferences(tx, base.runId, runs.map(({ runId }) => runId));
    return {
      baseRunId: base.runId,
      scenarios: runs.map(({ seedIsPublished, ...run }) => ({
        ...run, title: mechanismTitle(run.mechanism), tradeOff: mechanismTradeOff(run.mechanism), adoptable: seedIsPublished && run.metrics.worseOff === 0,
        drained: drained(run.metrics).slice(0, DRAINED_SHOWN), differing: differing.get(run.runId) ?? 0,
        words: comparisonWords(run.runId === base.runId ? base : run, base, differing.get(run.runId) ?? 0),
      })),
    };
  }

  /** Whom two runs give different posts, by employee number; ranks are wishes: one row a person in the audit log. @throws JariError RUN_NOT_FOUND */
  async differences(tx: Tx, roundId: string, runId: string, otherId: string): Promise<Difference[]> {
    await this.finished(tx, roundId, [runId, otherId]);
    const rows = await tx.query<Difference>(
      `SELECT a.employee_id AS "employeeId", e.employee_number AS "employeeNumber", e.name, p.current_position_id AS "fromPositionId",
              jsonb_build_object('outcome', a.outcome, 'positionId', a.position_id, 'obtainedRank', a.obtained_rank) AS one,
              jsonb_build_object('outcome', b.outcome, 'positionId', b.position_id, 'obtainedRank', b.obtained_rank) AS other
       FROM run_outcome a JOIN run_outcome b ON b.organization_id = a.organization_id AND b.employee_id = a.employee_id AND b.run_id = $4
       JOIN employee e ON e.organization_id = a.organization_id AND e.id = a.employee_id
       LEFT JOIN round_participant p ON p.organization_id = a.organization_id AND p.round_id = $2 AND p.employee_id = a.employee_id
       WHERE a.organization_id = $1 AND a.run_id = $3 AND (a.position_id IS DISTINCT FROM b.position_id OR a.outcome <> b.outcome)
       ORDER BY e.employee_number COLLATE "C"`, [tx.organizationId, roundId, runId, otherId]);
    await this.audit.record(tx, ...rows.map(({ employeeId }) => ({ action: 'wish.readByHr', subjectType: 'employee', subjectId: employeeId, after: { roundId, runId, otherRunId: otherId } })));
    return rows;
  }

  /** Runs made before scenarios could be compared lack the figures for it. */
  private async finished(tx: Tx, roundId: string, runIds: readonly string[] | null): Promise<readonly RunRow[]> {
    const rows = await tx.query<RunRow>(
      `SELECT r.id AS "runId", r.number, r.label, r.mechanism, r.seed, r.hash, r.solve_ms AS "solveMs", r.as_noticed AS "asNoticed", r.metrics,
              (r.certificate->>'holds')::boolean AS holds, r.seed = o.seed AS "seedIsPublished"
       FROM placement_run r JOIN placement_round o ON o.organization_id = r.organization_id AND o.id = r.round_id
       WHERE r.organization_id = $1 AND r.round_id = $2 AND r.state = 'DONE' AND r.metrics ? 'reading' AND ($3::uuid[] IS NULL OR r.id = ANY($3)) ORDER BY r.number`,
      [tx.organizationId, roundId, runIds]);
    for (const wanted of runIds ?? []) foundOr404(rows.find(({ runId }) => runId === wanted), 'RUN_NOT_FOUND');
    return rows;
  }

  private async countDifferences(tx: Tx, baseId: string, runIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await tx.query<{ runId: string; people: number }>(
      `SELECT b.run_id AS "runId", count(*)::int AS people FROM run_outcome a
       JOIN run_outcome b ON b.organization_id = a.organization_id AND b.employee_id = a.employee_id AND b.run_id = ANY($3::uuid[])
       WHERE a.organization_id = $1 AND a.run_id = $2 AND (a.position_id IS DISTINCT FROM b.position_id OR a.outcome <> b.outcome) GROUP BY 1`,
      [tx.organizationId, baseId, runIds]);
    return new Map(rows.map(({ runId, people }) => [runId, people]));
  }
}
