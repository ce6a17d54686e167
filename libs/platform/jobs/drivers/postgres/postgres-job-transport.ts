import { Injectable } from '@nestjs/common';
import { JobSignals } from '../../job-signals.js';
import { JobTransport } from '../../job-transport.js';

/** The workers look into the table themselves; a notification makes them look now. */
@Injectable()
export class PostgresJobTransport extends JobTransport {
  constructor(private readonly signals: JobSignals) {
    super();
  }

  override dispatch(): void {
    this.signals.due();
  }
}
