import { Injectable } from '@nestjs/common';
import { canonicalJson, failedResult, openSpec, signClose, thresholdMissed } from '#ballot-box';
import { AuditService, type Tx } from '#platform';
import { BallotStore } from '../ballot/ballot-store.js';
import { CredentialService } from '../credential/credential.service.js';
import { BallotClock } from '../intake/ballot-clock.js';
import { BallotNotices } from '../notice/ballot-notice.service.js';
import { BoardStore } from './board-store.js';

/** Ends intake at the deadline, and signs the board's last word when everything that was taken stands there. With too few ballots
 * nothing is ever decrypted: the ballot has failed. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly clock: BallotClock,
    private readonly audit: AuditService,
    private readonly store: BallotStore,
    private readonly board: BoardStore,
    private readonly credentials: CredentialService,
    private readonly notices: BallotNotices,
  ) {}

  /** Waits for whoever is handing in a ballot. Does nothing before the deadline, or twice. */
  async close(tx: Tx, ballotId: string): Promise<void> {
    await this.board.lock(tx, ballotId);
    const ballot = await this.store.lock(tx, ballotId);
    if (ballot.state !== 'OPEN' || await this.clock.now(tx) < ballot.closesAt) return;
    await this.store.move(tx, ballot, 'CLOSED');
    await this.signIfComplete(tx, ballotId);
  }

  /** Under the board's lock: nothing is tallied while a row of intake is not on the board or publicly refused. */
  async signIfComplete(tx: Tx, ballotId: string): Promise<void> {
    const state = await tx.one<{ state: string }>('SELECT state FROM ballot WHERE organization_id = $1 AND id = $2', [tx.organizationId, ballotId]);
    if (state?.state !== 'CLOSED') return;
    const ballot = await this.store.lock(tx, ballotId);
    const { electionId } = ballot;
    if (electionId === null || ballot.closeRecord !== null) return;
    const pending = await tx.one('SELECT 1 FROM ballot_intake WHERE organization_id = $1 AND ballot_id = $2 AND NOT entered LIMIT 1', [tx.organizationId, ballotId]);
    if (pending) return;
    const counter = await tx.one<{ taken: number }>('SELECT taken FROM ballot_intake_counter WHERE organization_id = $1 AND ballot_id = $2', [tx.organizationId, ballotId]);
    const { head, entries } = await this.board.head(tx, ballotId, electionId);
    const closedAt = (await this.clock.now(tx)).toISOString().replace(/\.\d{3}Z$/, 'Z');
    const close = signClose({ electionId, head, entries, intakeCount: counter?.taken ?? 0, closedAt }, await this.credentials.signingKey(tx, ballotId, 'BOARD'));
    ballot.closeRecord = canonicalJson(close);
    const open = openSpec(JSON.parse(ballot.specification ?? 'null'));
    const counted = await this.board.counted(tx, ballotId);
    const missed = thresholdMissed(open, counted);
    if (missed === null) {
      await this.store.save(tx, ballot);
      await this.notices.tellAt(tx, ballotId, 'ENDORSEMENT_DUE', new Date(Date.parse(closedAt) + ballot.checkingSeconds * 1000));
    } else {
      ballot.result = canonicalJson(failedResult(open, missed, counted));
      await this.store.move(tx, ballot, 'FAILED', missed);
    }
    await this.audit.record(tx, { action: 'ballot.closeBoard', subjectType: 'ballot', subjectId: ballotId, after: { head, entries, intakeCount: close.intakeCount } });
  }
}
