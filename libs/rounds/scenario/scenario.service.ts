import { Injectable } from '@nestjs/common';
import { refuseIfFaulty, type Tx } from '#platform';
import type { CriterionInput } from '../criteria/criteria.service.js';
import type { PlacementRun } from '../run/placement-run.entity.js';
import { isKnownMechanism, RunService } from '../run/run.service.js';
import { mechanismTitle } from './mechanism-words.js';

export interface ScenarioRequest {
  /** One run each. */
  readonly mechanisms: readonly string[];
  /** Values that deviate from those noticed, the same for all. */
  readonly criteria: readonly CriterionInput[];
}

/** Several mechanisms on one frozen snapshot by one request: each becomes a run with a job of its own. */
@Injectable()
export class ScenarioService {
  constructor(private readonly runs: RunService) {}

  /** @throws JariError VALIDATION_FAILED with RUN_MECHANISM_UNKNOWN for each unknown one, validation.duplicate and the faults of the criteria */
  async request(tx: Tx, roundId: string, { mechanisms, criteria }: ScenarioRequest): Promise<PlacementRun[]> {
    refuseIfFaulty(mechanisms.flatMap((mechanism, index) => [
      ...(isKnownMechanism(mechanism) ? [] : [{ path: `mechanisms[${index}]`, code: 'RUN_MECHANISM_UNKNOWN' }]),
      ...(mechanisms.indexOf(mechanism) < index ? [{ path: `mechanisms[${index}]`, code: 'validation.duplicate' }] : []),
    ]));
    const runs: PlacementRun[] = [];
    for (const mechanism of mechanisms) {
      runs.push(await this.runs.request(tx, roundId, { label: `${mechanismTitle(mechanism).ko} (${mechanism})`, mechanism, seed: null, criteria }));
    }
    return runs;
  }
}
