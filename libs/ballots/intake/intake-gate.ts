import { Injectable } from '@nestjs/common';
import { foundOr404, JariError, prepareSql, type Tx } from '#platform';
import { actingEmployeeId } from '#preferences';
import type { BallotState } from '../ballot/ballot-state.js';
import { CredentialStore, type CurrentCredential } from '../credential/credential-store.js';
import { BallotClock } from './ballot-clock.js';

/** What intake knows of a ballot. */
export interface OpenGate {
  readonly state: BallotState;
  readonly electionId: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

const ENTER = prepareSql(
  `SELECT state, election_id AS "electionId", opens_at AS "opensAt", closes_at AS "closesAt" FROM ballot WHERE organization_id = $1 AND id = $2 FOR SHARE`);

/** Who may hand something in, and when. */
@Injectable()
export class IntakeGate {
  constructor(
    private readonly clock: BallotClock,
    private readonly credentials: CredentialStore,
  ) {}

  /** Holds the ballot open until the transaction ends: closing waits for whoever is inside. @throws JariError BALLOT_NOT_FOUND, SPECIFICATION_NOT_YET */
  async enter(tx: Tx, ballotId: string): Promise<OpenGate> {
    const row = foundOr404(await tx.one<Omit<OpenGate, 'electionId'> & { electionId: string | null }>(ENTER, [tx.organizationId, ballotId]), 'BALLOT_NOT_FOUND');
    return { ...row, electionId: foundOr404(row.electionId, 'SPECIFICATION_NOT_YET') };
  }

  /**
   * The acting voter's credential as it is now, whose slot nobody else can use until the transaction ends.
   * @throws JariError NOT_ON_ROLL, NOT_AN_EMPLOYEE
   */
  async own(tx: Tx, ballotId: string): Promise<CurrentCredential> {
    const employeeId = actingEmployeeId(tx);
    const { slot } = foundOr404(await this.credentials.ofEmployee(tx, ballotId, employeeId), 'NOT_ON_ROLL');
    await this.credentials.lockSlot(tx, ballotId, slot);
    // Read under the lock: the credential may just have been replaced.
    return foundOr404(await this.credentials.ofEmployee(tx, ballotId, employeeId), 'NOT_ON_ROLL');
  }

  /** Reads the database's clock. @returns throws JariError BALLOT_NOT_OPEN where that is outside the window */
  async openness(tx: Tx): Promise<(gate: OpenGate) => void> {
    const now = await this.clock.now(tx);
    return ({ state, opensAt, closesAt }) => {
      if (state !== 'OPEN' || now < opensAt || now >= closesAt) throw new JariError('BALLOT_NOT_OPEN');
    };
  }
}
