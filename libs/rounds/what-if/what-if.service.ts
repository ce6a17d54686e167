import { Injectable } from '@nestjs/common';
import type { Bilingual, Fault } from '#contracts';
import { AuditService, Database, JariError, refuseIfFaulty, type Tx, type WorkContext } from '#platform';
import { CriteriaService, type CriterionInput } from '../criteria/criteria.service.js';
import { criteriaValues } from '../criteria/frozen-criteria.js';
import { RoundStore } from '../round/round-store.js';
import type { RunMetrics } from '../run/measure-round.js';
import type { Placement } from '../run/placed-round.js';
import type { RunInput } from '../run/run-input.js';
import { isKnownMechanism } from '../run/run.service.js';
import { comparisonWords } from '../scenario/comparison-words.js';
import type { Difference } from '../scenario/comparison.service.js';
import { RunThreads } from '../thread/run-threads.js';
import { changedInput } from './changed-input.js';

export interface WhatIfQuestion {
  /** The finished run from which it departs; null = the newest made as noticed. */
  readonly runId: string | null;
  readonly places: readonly { readonly positionId: string; readonly change: number }[];
  readonly criteria: readonly CriterionInput[];
  /** null = that of the run. */
  readonly mechanism: string | null;
}

export interface WhatIfAnswer {
  readonly baseRunId: string;
  readonly before: RunMetrics;
  readonly after: RunMetrics;
  /** What the change gives and what it costs, in sentences. */
  readonly words: readonly Bilingual[];
  /** Whose result would differ, by employee number; `one` as the run has it, `other` as it would be. */
  readonly people: readonly Difference[];
  readonly tookMs: number;
}

interface Base {
  readonly runId: string;
  readonly roundId: string;
  readonly input: RunInput;
  readonly metrics: RunMetrics;
  readonly asNoticed: boolean;
  readonly outcomes: readonly (Pick<Difference, 'employeeId' | 'employeeNumber' | 'name' | 'fromPositionId'> & { readonly outcome: Placement['outcome']; readonly positionId: string | null; readonly rank: number | null })[];
  readonly positionIds: ReadonlyMap<string, string>;
}

/** Beyond this the question is one for a scenario, which waits for nobody. */
const PATIENCE_MS = 20_000;

/** "One place more here, that weight there": answered while HR waits, and stored nowhere. */
@Injectable()
export class WhatIfService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly rounds: RoundStore,
    private readonly criteria: CriteriaService,
    private readonly threads: RunThreads,
  ) {}

  /**
   * Opens its own transactions, because the answer is computed between them. Ranks are wishes: one row in the audit log for
   * each person shown.
   * @throws JariError ROUND_NOT_FOUND, RUN_NOT_FOUND, VALIDATION_FAILED with POST_NOT_IN_ROUND, RUN_MECHANISM_UNKNOWN and those of the criteria, RUN_MECHANISM_REFUSED, WHAT_IF_TOO_LONG
   */
  async ask(context: WorkContext, roundId: string, question: WhatIfQuestion): Promise<WhatIfAnswer> {
    const started = performance.now();
    const { base, input } = await this.database.snapshot(context, async (tx) => {
      const found = await this.base(tx, roundId, question.runId);
      return { base: found, input: this.change(found, question) };
    });
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const { placements, metrics } = await this.threads.tryOut(input, { signal }).catch((error: unknown) => {
      throw signal.aborted ? new JariError('WHAT_IF_TOO_LONG') : error;
    });
    const people = differencesOf(base, placements);
    await this.database.transaction(context, (tx) => this.audit.record(tx, { action: 'run.whatIf', subjectType: 'run', subjectId: base.runId, after: { roundId, people: people.length } },
      ...people.map(({ employeeId }) => ({ action: 'wish.readByHr', subjectType: 'employee', subjectId: employeeId, after: { roundId, runId: base.runId } }))));
    const before = { metrics: base.metrics, asNoticed: base.asNoticed };
    const after = { metrics, asNoticed: base.asNoticed && question.places.length + question.criteria.length === 0 && input.mechanism === base.input.mechanism };
    return { baseRunId: base.runId, before: base.metrics, after: metrics, words: comparisonWords(after, before, people.length), people, tookMs: performance.now() - started };
  }

  private change(base: Base, { places, criteria, mechanism }: WhatIfQuestion): RunInput {
    const codes = new Map([...base.positionIds].map(([code, id]) => [id, code]));
    const faults: Fault[] = [
      ...places.flatMap(({ positionId }, index) => (codes.has(positionId) ? [] : [{ path: `places[${index}].positionId`, code: 'POST_NOT_IN_ROUND' }])),
      ...(mechanism === null || isKnownMechanism(mechanism) ? [] : [{ path: 'mechanism', code: 'RUN_MECHANISM_UNKNOWN' }]),
      ...this.criteria.faultsOf(criteria),
    ];
    refuseIfFaulty(faults);
    const byCode = new Map(places.map(({ positionId, change }) => [codes.get(positionId) ?? '', change]));
    return changedInput(base.input, { places: byCode, criteria: criteriaValues(this.criteria.forRound(criteria, null)), mechanism });
  }

  private async base(tx: Tx, roundId: string, runId: string | null): Promise<Base> {
    await this.rounds.find(tx, roundId);
    const run = await tx.one<Pick<Base, 'runId' | 'roundId' | 'input' | 'metrics' | 'asNoticed'>>(
      `SELECT id AS "runId", round_id AS "roundId", input, metrics, as_noticed AS "asNoticed" FROM placement_run
       WHERE organization_id = $1 AND round_id = $2 AND state = 'DONE' AND metrics ? 'reading' AND ($3::uuid IS NULL OR id = $3)
       ORDER BY as_noticed DESC, number DESC LIMIT 1`, [tx.organizationId, roundId, runId]);
    if (run === undefined) throw new JariError('RUN_NOT_FOUND');
    const outcomes = await tx.query<Base['outcomes'][number]>(
      `SELECT o.employee_id AS "employeeId", e.employee_number AS "employeeNumber", e.name, p.current_position_id AS "fromPositionId",
              o.outcome, o.position_id AS "positionId", o.obtained_rank AS rank
       FROM run_outcome o JOIN employee e ON e.organization_id = o.organization_id AND e.id = o.employee_id
       LEFT JOIN round_participant p ON p.organization_id = o.organization_id AND p.round_id = $2 AND p.employee_id = o.employee_id
       WHERE o.organization_id = $1 AND o.run_id = $3 ORDER BY e.employee_number COLLATE "C"`, [tx.organizationId, roundId, run.runId]);
    const posts = await tx.query<{ id: string; code: string }>(
      `SELECT position_id AS id, facts->>'code' AS code FROM round_seat WHERE organization_id = $1 AND round_id = $2`, [tx.organizationId, roundId]);
    return { ...run, outcomes, positionIds: new Map(posts.map(({ id, code }) => [code, id])) };
  }
}

const differencesOf = ({ outcomes, positionIds }: Base, placements: ReadonlyMap<string, Placement>): readonly Difference[] =>
  outcomes.flatMap(({ outcome, positionId, rank, ...person }) => {
    const now = placements.get(person.employeeNumber);
    if (now === undefined) return [];
    // Who takes no part is where they were, which may be no post of the round.
    const there = now.outcome === 'EXCLUDED' ? person.fromPositionId : now.seatCode === null ? null : positionIds.get(now.seatCode) ?? person.fromPositionId;
    if (now.outcome === outcome && there === positionId) return [];
    return [{ ...person, one: { outcome, positionId, obtainedRank: rank }, other: { outcome: now.outcome, positionId: there, obtainedRank: now.rank } }];
  });
