import { Injectable } from '@nestjs/common';
import { foundOr404, JariError, type Tx } from '#platform';
import { actingEmployeeId } from '#preferences';
import type { BallotState } from '../ballot/ballot-state.js';
import { BallotClock } from './ballot-clock.js';

/** What intake knows of a ballot. */
export interface OpenGate {
  readonly state: BallotState;
  readonly electionId: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/** Who may hand something in, and when. */
@Injectable()
export class IntakeGate {
  constructor(private readonly clock: BallotClock) {}

  /** Holds the ballot open until the transaction ends: closing waits for whoever is inside. @throws JariError BALLOT_NOT_FOUND, SPECIFICATION_NOT_YET */
  async enter(tx: Tx, ballotId: string): Promise<OpenGate> {
    const row = foundOr404(await tx.one<Omit<OpenGate, 'electionId'> & { electionId: string | null }>(
      `SELECT state, election_id AS "electionId", opens_at AS "opensAt", closes_at AS "closesAt" FROM ballot WHERE organization_id = $1 AND id = $2 FOR SHARE`, [tx.organizationId, ballotId]), 'BALLOT_NOT_FOUND');
    return { ...row, electionId: foundOr404(row.electionId, 'SPECIFICATION_NOT_YET') };
  }

  /**
   * The slot of the acting voter, which nobody else can use until the transaction ends.
   * @throws JariError NOT_ON_ROLL, NOT_YOUR_CREDENTIAL, NOT_AN_EMPLOYEE
   */
  async ownSlot(tx: Tx, ballotId: string, credential: string): Promise<number> {
    const row = foundOr404(await tx.one<{ slot: number; key: string }>(
      `SELECT h.slot, c.public_key AS key FROM ballot_credential_holder h
       JOIN ballot_credential c ON c.organization_id = h.organization_id AND c.ballot_id = h.ballot_id AND c.slot = h.slot
       WHERE h.organization_id = $1 AND h.ballot_id = $2 AND h.employee_id = $3`, [tx.organizationId, ballotId, actingEmployeeId(tx)]), 'NOT_ON_ROLL');
    if (row.key !== credential) throw new JariError('NOT_YOUR_CREDENTIAL');
    await tx.execute(`SELECT pg_advisory_xact_lock(hashtextextended('ballot-slot:' || $1 || ':' || $2, 0))`, [ballotId, String(row.slot)]);
    return row.slot;
  }

  /** @throws JariError BALLOT_NOT_OPEN outside the window, by the database's clock */
  async requireOpen(tx: Tx, { state, opensAt, closesAt }: OpenGate): Promise<void> {
    const now = await this.clock.now(tx);
    if (state !== 'OPEN' || now < opensAt || now >= closesAt) throw new JariError('BALLOT_NOT_OPEN');
  }
}
