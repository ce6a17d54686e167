import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import type { Tx } from '../database/transaction.js';
import { recordAudit, type AuditEntry } from './audit-entry.js';

/** Who did what to whom, when, before and after. */
@Injectable()
export class AuditService {
  constructor(private readonly clock: Clock) {}

  /** Writes the entries in the transaction of the change itself, so that both succeed or fail together. */
  async record(tx: Tx, ...entries: readonly AuditEntry[]): Promise<void> {
    await recordAudit(tx, this.clock.now(), ...entries);
  }
}
