import { Injectable } from '@nestjs/common';
import { canonicalJson, failedResult, Malformed, openSpec, readDecryptionShare, type DecryptionShare, type Failure } from '#ballot-box';
import { AuditService, JariError, JobQueue, refuseIfFaulty, type Tx } from '#platform';
import { BallotStore } from '../ballot/ballot-store.js';
import type { Ballot } from '../ballot/ballot.entity.js';
import type { CountAnswer, CountTask } from '../board/board-task.js';
import { BoardService } from '../board/board.service.js';
import { BoardStore } from '../board/board-store.js';
import { COUNT_BALLOT } from '../jobs/ballot-jobs.js';
import { TrusteeService } from '../trustee/trustee.service.js';
import { BallotShare } from './decryption-share.entity.js';
import { EndorsementService } from './endorsement.service.js';

/** What HR may find when trustees do not come: the other failures show by themselves. */
export const DECLARED_FAILURES = ['ENDORSEMENTS', 'SHARES', 'RECEIPT'] as const satisfies readonly Failure[];

/** From endorsements to a result: k shares of trustees open the totals, nothing else ever. */
@Injectable()
export class CountService {
  constructor(
    private readonly jobs: JobQueue,
    private readonly audit: AuditService,
    private readonly store: BallotStore,
    private readonly board: BoardStore,
    private readonly boards: BoardService,
    private readonly trustees: TrusteeService,
    private readonly endorsements: EndorsementService,
  ) {}

  /** A trustee's share; one that was refused may be replaced. @throws JariError NOT_A_TRUSTEE, ENDORSEMENTS_MISSING, SHARE_ALREADY_GIVEN, VALIDATION_FAILED, BALLOT_WRONG_STATE */
  async give(tx: Tx, ballotId: string, value: unknown, lotNonce: string | null): Promise<void> {
    const ballot = await this.store.lock(tx, ballotId);
    this.store.requireState(ballot, 'CLOSED');
    const { trusteeIndex } = await this.trustees.acting(tx, ballotId);
    if (!(await this.endorsements.isEnough(tx, ballot))) throw new JariError('ENDORSEMENTS_MISSING');
    const share = readShare(value);
    if (share === null || share.trustee !== trusteeIndex) refuseIfFaulty([{ path: 'share', code: 'SHARE_MALFORMED' }]);
    const touched = await tx.execute(
      `INSERT INTO ballot_share (organization_id, ballot_id, trustee_index, state, share, lot_nonce) VALUES ($1, $2, $3, 'PENDING', $4, $5)
       ON CONFLICT (organization_id, ballot_id, trustee_index) DO UPDATE SET state = 'PENDING', fault = NULL, share = excluded.share, lot_nonce = excluded.lot_nonce WHERE ballot_share.state = 'REFUSED'`,
      [tx.organizationId, ballotId, trusteeIndex, canonicalJson(share), lotNonce]);
    if (touched === 0) throw new JariError('SHARE_ALREADY_GIVEN');
    await this.audit.record(tx, { action: 'ballot.giveShare', subjectType: 'ballot', subjectId: ballotId, after: { trusteeIndex } });
    await this.jobs.enqueue(tx, COUNT_BALLOT, { ballotId, trusteeIndex }, { key: `${ballotId}:${trusteeIndex}` });
  }

  /** What is to be counted now, or null when too few shares wait or it is done. */
  async task(tx: Tx, ballotId: string): Promise<Omit<CountTask, 'kind'> | null> {
    const ballot = await this.store.find(tx, ballotId);
    const rows = (await this.shares(tx, ballotId)).filter(({ state }) => state !== 'REFUSED');
    if (ballot.state !== 'CLOSED' || rows.length < ballot.threshold) return null;
    const nonces = new Map(rows.map(({ trusteeIndex, lotNonce }) => [trusteeIndex, lotNonce]));
    const board = await this.boards.read(tx, ballotId);
    return { board, shares: rows.map(({ share }) => JSON.parse(share) as DecryptionShare), lotNonces: board.spec.trustees.map(({ index }) => nonces.get(index) ?? null) };
  }

  /** Keeps what the shares said; with enough right ones the ballot is counted. */
  async settle(tx: Tx, ballotId: string, { shares }: Omit<CountTask, 'kind'>, { faults, result }: CountAnswer): Promise<void> {
    const ballot = await this.store.lock(tx, ballotId);
    if (ballot.state !== 'CLOSED') return;
    for (const [at, { trustee }] of shares.entries()) {
      const fault = faults[at] ?? null;
      await tx.execute('UPDATE ballot_share SET state = $4, fault = $5 WHERE organization_id = $1 AND ballot_id = $2 AND trustee_index = $3', [tx.organizationId, ballotId, trustee, fault === null ? 'VALID' : 'REFUSED', fault]);
    }
    if (result === null) return;
    ballot.result = canonicalJson(result);
    await this.store.move(tx, ballot, 'TALLIED');
  }

  /** Too few trustees came, or a receipt was not honoured. @throws JariError FAILURE_UNFOUNDED, BOARD_NOT_CLOSED, BALLOT_WRONG_STATE, BALLOT_REASON_REQUIRED */
  async declareFailed(tx: Tx, ballotId: string, failure: (typeof DECLARED_FAILURES)[number], reason: string): Promise<Ballot> {
    const ballot = await this.store.lock(tx, ballotId);
    this.store.requireState(ballot, 'CLOSED');
    if (ballot.closeRecord === null) throw new JariError('BOARD_NOT_CLOSED');
    const endorsed = await this.endorsements.isEnough(tx, ballot);
    if ((failure === 'ENDORSEMENTS' && endorsed) || (failure === 'SHARES' && !endorsed)) throw new JariError('FAILURE_UNFOUNDED');
    ballot.result = canonicalJson(failedResult(openSpec(JSON.parse(ballot.specification ?? 'null')), failure, await this.board.counted(tx, ballotId)));
    await this.store.move(tx, ballot, 'FAILED', reason);
    return ballot;
  }

  private shares(tx: Tx, ballotId: string): Promise<BallotShare[]> {
    return tx.repository(BallotShare).find({ where: { organizationId: tx.organizationId, ballotId }, order: { trusteeIndex: 'ASC' } });
  }
}

const readShare = (value: unknown): DecryptionShare | null => {
  try {
    return readDecryptionShare(value);
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
};
