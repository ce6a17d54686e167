import { Injectable } from '@nestjs/common';
import type { Bilingual } from '#contracts';
import { Clock, type TaskOptions, type Tx } from '#platform';
import type { CriteriaValues } from '../criteria/frozen-criteria.js';
import { RoundStore } from '../round/round-store.js';
import { RunThreads } from '../thread/run-threads.js';
import type { RunResult } from './perform-run.js';
import { PlacementRun } from './placement-run.entity.js';
import { RunInputService, type AssembledInput } from './run-input.service.js';
import type { StageNews } from './run-stage.js';

const OUTCOMES = `
  INSERT INTO run_outcome (organization_id, run_id, employee_id, outcome, position_id, obtained_rank, phase, explanation)
  SELECT $1, $2, o."employeeId", o.outcome, o."positionId", o.rank, o.phase, o.explanation
  FROM jsonb_to_recordset($3::jsonb) AS o("employeeId" uuid, outcome text, "positionId" uuid, rank integer, phase text, explanation jsonb)`;

/** A run that is made and not stored yet. */
export interface MadeRun {
  readonly assembled: AssembledInput;
  readonly result: RunResult;
  readonly solveMs: number;
}

/** Makes one requested run in three steps: read from one snapshot, made in a thread, stored in one transaction. */
@Injectable()
export class RunExecution {
  constructor(
    private readonly clock: Clock,
    private readonly rounds: RoundStore,
    private readonly inputs: RunInputService,
    private readonly threads: RunThreads,
  ) {}

  /** Marks the run as being made; an operator's retry takes up a failed one. @returns false when there is nothing left to do */
  async begin(tx: Tx, runId: string): Promise<boolean> {
    return (await tx.execute(
      `UPDATE placement_run SET state = 'RUNNING', failure_code = NULL, failure_text = NULL, started_at = $3 WHERE organization_id = $1 AND id = $2 AND state <> 'DONE'`,
      [tx.organizationId, runId, this.clock.now()],
    )) === 1;
  }

  /**
   * Everything the run is made from, as of one moment: `tx` sees a snapshot.
   * @returns undefined when there is nothing to make any more
   */
  async prepare(tx: Tx, runId: string): Promise<AssembledInput | undefined> {
    const run = await tx.repository(PlacementRun).findOneBy({ organizationId: tx.organizationId, id: runId });
    if (run === null || run.state !== 'RUNNING') return undefined;
    const round = await this.rounds.find(tx, run.roundId);
    const { criteria } = run.parameters as { readonly criteria: CriteriaValues };
    return this.inputs.assemble(tx, round, { mechanism: run.mechanism, seed: run.seed, criteria });
  }

  /**
   * Makes the run, outside any transaction and in a thread: it takes its time and holds nobody up.
   * @throws JariError RUN_MECHANISM_REFUSED
   */
  async make(assembled: AssembledInput, watch: TaskOptions<StageNews>): Promise<MadeRun> {
    const started = process.hrtime.bigint();
    const result = await this.threads.perform(assembled.input, watch);
    return { assembled, result, solveMs: Number(process.hrtime.bigint() - started) / 1e6 };
  }

  async fail(tx: Tx, runId: string, code: string, text: Bilingual | null = null): Promise<void> {
    await tx.execute(`UPDATE placement_run SET state = 'FAILED', failure_code = $3, failure_text = $5::jsonb, finished_at = $4 WHERE organization_id = $1 AND id = $2 AND state <> 'DONE'`, [
      tx.organizationId, runId, code, this.clock.now(), text === null ? null : JSON.stringify(text),
    ]);
  }

  /** All of the run or, in a transaction that fails, nothing of it. A second delivery finds the work done and changes nothing. */
  async store(tx: Tx, runId: string, { assembled: { input, employeeIds, positionIds }, result, solveMs }: MadeRun): Promise<void> {
    const locked = await tx.one(`SELECT 1 FROM placement_run WHERE organization_id = $1 AND id = $2 AND state = 'RUNNING' FOR UPDATE`, [tx.organizationId, runId]);
    if (locked === undefined) return;
    const outcomes = [...result.placements].map(([number, { outcome, seatCode, rank, phase }]) => ({
      employeeId: employeeIds.get(number), outcome, rank, phase, positionId: seatCode === null ? null : positionIds.get(seatCode) ?? null,
      explanation: result.explanations.get(number),
    }));
    await tx.execute(OUTCOMES, [tx.organizationId, runId, JSON.stringify(outcomes)]);
    await tx.execute(
      `UPDATE placement_run SET state = 'DONE', failure_code = NULL, input = $3::jsonb, input_hash = $4, hash = $5, phases = $6::jsonb, metrics = $7::jsonb,
              certificate = $8::jsonb, violations = $9::jsonb, instance = $10::jsonb, assignment = $11::jsonb, solve_ms = $12, finished_at = $13
       WHERE organization_id = $1 AND id = $2`,
      [
        tx.organizationId, runId, JSON.stringify(input), result.inputHash, result.hash, JSON.stringify(result.phases), JSON.stringify(result.metrics),
        JSON.stringify(result.certificate), JSON.stringify(result.violations), JSON.stringify(result.instance), JSON.stringify(result.assignment),
        solveMs, this.clock.now(),
      ],
    );
  }
}
