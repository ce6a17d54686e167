import { Injectable } from '@nestjs/common';
import { Clock, SystemClock, type Tx } from '#platform';

/**
 * The time that decides whether a ballot came in time: the database's, so that all API processes agree. Where the product
 * plays a season on a clock of its own, that clock.
 */
@Injectable()
export class BallotClock {
  constructor(private readonly clock: Clock) {}

  async now(tx: Tx): Promise<Date> {
    if (!(this.clock instanceof SystemClock)) return this.clock.now();
    const row = await tx.one<{ now: Date }>('SELECT clock_timestamp() AS now');
    return row?.now ?? this.clock.now();
  }
}
