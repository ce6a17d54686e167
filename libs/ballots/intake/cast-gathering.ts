import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import type { Receipt } from '#ballot-box';
import { Database, newId, systemContext } from '#platform';
import type { Cast } from './cast.js';
import { CastingService } from './casting.service.js';

interface Waiting {
  readonly cast: Cast;
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (error: unknown) => void;
}

/** At once: enough that the commit weighs little, few enough that nobody waits long. */
const MOST = 64;

/**
 * Commits casts together. Numbers of intake have no gap, so one ballot's commits come one after the other; while one is on its
 * way, those who come meanwhile wait and are then committed together. In quiet times nobody waits. Whoever gets a receipt
 * gets it after the commit (decision 0013).
 */
@Injectable()
export class CastGathering {
  /** By ballot: who waits for the commit that is under way. */
  private readonly waiting = new Map<string, Waiting[]>();

  constructor(
    private readonly database: Database,
    private readonly casting: CastingService,
  ) {}

  /** Rejects with the JariError of a refusal, or with what the database throws. */
  cast(organizationId: string, ballotId: string, cast: Cast): Promise<Receipt> {
    return new Promise((resolve, reject) => {
      const key = `${organizationId}/${ballotId}`;
      const others = this.waiting.get(key);
      if (others !== undefined) return void others.push({ cast, resolve, reject });
      const queue: Waiting[] = [{ cast, resolve, reject }];
      this.waiting.set(key, queue);
      void this.workOff(key, organizationId, ballotId, queue);
    });
  }

  /** Never rejects: each of them is told what became of the own cast. */
  private async workOff(key: string, organizationId: string, ballotId: string, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) await this.commit(organizationId, ballotId, queue.splice(0, MOST));
    this.waiting.delete(key);
  }

  private async commit(organizationId: string, ballotId: string, gathered: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.database.transaction(systemContext(organizationId, 'intake', newId()), (tx) => this.casting.take(tx, ballotId, gathered.map(({ cast }) => cast)));
      gathered.forEach(({ resolve, reject }, at) => {
        const outcome = outcomes[at];
        if (outcome !== undefined && 'receipt' in outcome) resolve(outcome.receipt);
        else reject(outcome?.refused ?? new Error('A cast without an outcome'));
      });
    } catch (error) {
      // A statement that fails for one of them must not be everybody's fault: each once more, alone.
      if (gathered.length > 1 && error instanceof QueryFailedError) for (const one of gathered) await this.commit(organizationId, ballotId, [one]);
      else for (const { reject } of gathered) reject(error);
    }
  }
}
