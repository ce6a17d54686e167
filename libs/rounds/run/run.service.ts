import { Injectable } from '@nestjs/common';
import type { InstanceInput } from '#matching';
import { AuditService, Clock, JariError, JobQueue, JobService, newId, refuseIfFaulty, type Tx } from '#platform';
import { CriteriaService, type CriterionInput } from '../criteria/criteria.service.js';
import { criteriaValues, type FrozenCriteria } from '../criteria/frozen-criteria.js';
import { PERFORM_RUN } from '../jobs/round-jobs.js';
import { RoundStore } from '../round/round-store.js';
import { planOf, principalMechanism, WAYS } from '../rules/setting/phase-plan.js';
import { actingAccountId, readsWishes } from '../support/actor.js';
import { peopleNamedIn, withoutPeople } from './certificate-reading.js';
import { PlacementRun } from './placement-run.entity.js';

export interface RunRequest {
  /** How HR calls the scenario. */
  readonly label: string;
  /** That of the open phase; null = the one noticed. */
  readonly mechanism: string | null;
  /** null = the published seed. */
  readonly seed: string | null;
  /** Values that deviate from those noticed. */
  readonly criteria: readonly CriterionInput[];
}

/** Whether a scenario can be made by it. */
export const isKnownMechanism = (mechanism: string): boolean => WAYS.includes(mechanism);

/** Everything about a run except the documents that only its making and its checking need. */
export const RUN_SUMMARY = {
  organizationId: true, id: true, roundId: true, number: true, label: true, state: true, mechanism: true, seed: true, parameters: true, asNoticed: true,
  jobId: true, failureCode: true, failureText: true, inputHash: true, hash: true, phases: true, metrics: true, violations: true, solveMs: true, requestedAt: true,
  startedAt: true, finishedAt: true,
} as const;

/** Asking for runs (scenarios), reading them and giving them up. */
@Injectable()
export class RunService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rounds: RoundStore,
    private readonly criteria: CriteriaService,
    private readonly jobs: JobQueue,
    private readonly operations: JobService,
  ) {}

  /** Queues a run of a closed round. @throws JariError VALIDATION_FAILED with every fault: RUN_MECHANISM_UNKNOWN and those of the criteria */
  async request(tx: Tx, roundId: string, { label, mechanism, seed, criteria }: RunRequest): Promise<PlacementRun> {
    const round = await this.rounds.lock(tx, roundId);
    this.rounds.requireState(round, 'CLOSED', 'MATCHED');
    refuseIfFaulty([...(mechanism === null || isKnownMechanism(mechanism) ? [] : [{ path: 'mechanism', code: 'RUN_MECHANISM_UNKNOWN' }]), ...this.criteria.faultsOf(criteria)]);
    const deviating = criteriaValues(this.criteria.forRound(criteria, null));
    const noticed = criteriaValues(round.criteria as FrozenCriteria);
    const chosen = mechanism ?? principalMechanism(planOf({ ...noticed, ...deviating }));
    const last = await tx.one<{ number: number }>('SELECT max(number) AS number FROM placement_run WHERE organization_id = $1 AND round_id = $2', [tx.organizationId, roundId]);
    const id = newId();
    const run = Object.assign(new PlacementRun(), {
      organizationId: tx.organizationId, id, roundId, number: (last?.number ?? 0) + 1, label, state: 'QUEUED', mechanism: chosen, seed: seed ?? round.seed,
      parameters: { criteria: deviating }, asNoticed: criteria.length === 0 && chosen === principalMechanism(planOf(noticed)), jobId: await this.jobs.enqueue(tx, PERFORM_RUN, { runId: id }, { key: id }),
      requestedAt: this.clock.now(), requestedByAccountId: actingAccountId(tx),
    });
    await tx.repository(PlacementRun).insert(run);
    await this.audit.record(tx, { action: 'run.request', subjectType: 'run', subjectId: id, after: { roundId, number: run.number, mechanism: chosen } });
    return this.find(tx, roundId, id);
  }

  /** The runs of a round side by side, oldest first. */
  async list(tx: Tx, roundId: string): Promise<PlacementRun[]> {
    await this.rounds.find(tx, roundId);
    const runs = await tx.repository(PlacementRun).find({ where: { organizationId: tx.organizationId, roundId }, order: { number: 'ASC' }, select: RUN_SUMMARY });
    return this.withJobs(tx, readsWishes(tx) ? runs : runs.map((run) => Object.assign(run, { failureText: null })));
  }

  /** With its certificate; whoever may not read wishes learns from it what holds, and of nobody what they wished for. @throws JariError RUN_NOT_FOUND */
  async find(tx: Tx, roundId: string, id: string): Promise<PlacementRun> {
    const run = await tx.repository(PlacementRun).findOne({ where: { organizationId: tx.organizationId, roundId, id }, select: { ...RUN_SUMMARY, certificate: true } });
    if (run === null) throw new JariError('RUN_NOT_FOUND');
    await this.withJobs(tx, [run]);
    // Constraints tell of relations, which are HR's alone.
    if (!readsWishes(tx)) run.failureText = null;
    if (run.certificate === null) return run;
    if (readsWishes(tx)) await this.noteReading(tx, run, peopleNamedIn(run.certificate));
    else run.certificate = withoutPeople(run.certificate);
    return run;
  }

  /** The open phase in the format `jari-instance/1` with priority lists, or its assignment; the first holds everybody's wishes. @throws JariError RUN_NOT_DONE */
  async document(tx: Tx, roundId: string, id: string, which: 'instance' | 'assignment'): Promise<object> {
    const row = await tx.one<{ document: object | null }>(
      `SELECT ${which === 'instance' ? 'instance' : 'assignment'} AS document FROM placement_run WHERE organization_id = $1 AND round_id = $2 AND id = $3`,
      [tx.organizationId, roundId, id],
    );
    if (row === undefined) throw new JariError('RUN_NOT_FOUND');
    if (row.document === null) throw new JariError('RUN_NOT_DONE');
    if (which === 'instance') await this.noteReading(tx, { roundId, id }, new Set((row.document as InstanceInput).employees.map(({ id: number }) => number)));
    await this.audit.record(tx, { action: 'run.readDocument', subjectType: 'run', subjectId: id, after: { document: which } });
    return row.document;
  }

  /** One row a person whose wishes were shown. */
  private async noteReading(tx: Tx, { roundId, id: runId }: Pick<PlacementRun, 'roundId' | 'id'>, numbers: ReadonlySet<string>): Promise<void> {
    if (numbers.size === 0) return;
    const people = await tx.query<{ id: string }>('SELECT id FROM employee WHERE organization_id = $1 AND employee_number = ANY($2::text[]) ORDER BY employee_number', [tx.organizationId, [...numbers]]);
    await this.audit.record(tx, ...people.map(({ id }) => ({ action: 'wish.readByHr', subjectType: 'employee', subjectId: id, after: { roundId, runId } })));
  }

  /** How far a run is, and which job makes it. @throws JariError RUN_NOT_FOUND */
  async standing(tx: Tx, roundId: string, id: string): Promise<Pick<PlacementRun, 'id' | 'state' | 'jobId' | 'failureCode'>> {
    const run = await tx.repository(PlacementRun).findOne({ where: { organizationId: tx.organizationId, roundId, id }, select: { organizationId: true, id: true, state: true, jobId: true, failureCode: true } });
    if (run === null) throw new JariError('RUN_NOT_FOUND');
    await this.withJobs(tx, [run]);
    return run;
  }

  /**
   * Gives a run up: at once while it waits, as soon as its worker has stopped otherwise.
   * @throws JariError RUN_NOT_FOUND, RUN_NOT_CANCELLABLE once it has ended
   */
  async cancel(tx: Tx, roundId: string, id: string): Promise<PlacementRun> {
    const { state, jobId } = await this.standing(tx, roundId, id);
    if (jobId === null || state === 'DONE' || state === 'FAILED') throw new JariError('RUN_NOT_CANCELLABLE');
    try {
      await this.operations.cancel(tx, jobId);
    } catch (error) {
      throw error instanceof JariError && error.code.startsWith('JOB_NOT_') ? new JariError('RUN_NOT_CANCELLABLE') : error;
    }
    await this.audit.record(tx, { action: 'run.cancel', subjectType: 'run', subjectId: id, after: { roundId } });
    return this.find(tx, roundId, id);
  }

  /** A run whose job was cancelled or is dead will not be made any more: it shows as failed until an operator retries the job. */
  private async withJobs(tx: Tx, runs: PlacementRun[]): Promise<PlacementRun[]> {
    const waiting = runs.filter(({ state }) => state === 'QUEUED' || state === 'RUNNING');
    if (waiting.length === 0) return runs;
    const jobs = await tx.query<{ id: string; state: string }>(`SELECT id, state FROM job WHERE organization_id = $1 AND id = ANY($2::uuid[]) AND state IN ('CANCELLED', 'DEAD')`, [
      tx.organizationId, waiting.flatMap(({ jobId }) => jobId ?? []),
    ]);
    const ended = new Map(jobs.map(({ id, state }) => [id, state]));
    for (const run of waiting) {
      const state = run.jobId === null ? undefined : ended.get(run.jobId);
      if (state !== undefined) Object.assign(run, { state: 'FAILED', failureCode: state === 'CANCELLED' ? 'RUN_CANCELLED' : 'INTERNAL_ERROR' });
    }
    return runs;
  }
}
