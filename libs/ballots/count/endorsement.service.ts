import { Injectable } from '@nestjs/common';
import { canonicalJson, failedResult, isEndorsementSigned, openSpec, type CloseRecord, type Endorsement } from '#ballot-box';
import { AuditService, Clock, JariError, refuseIfFaulty, type Tx } from '#platform';
import { BallotStore } from '../ballot/ballot-store.js';
import type { Ballot } from '../ballot/ballot.entity.js';
import { BoardStore } from '../board/board-store.js';
import { BallotNotices } from '../notice/ballot-notice.service.js';
import { TrusteeService } from '../trustee/trustee.service.js';
import { BallotEndorsement } from './endorsement.entity.js';

export interface EndorsementInput {
  readonly boardHead: string;
  readonly aggregateHash: string;
  readonly counted: number;
  readonly signature: string;
}

/** Before anybody decrypts, e different trustees have recounted the board and named the same sum. */
@Injectable()
export class EndorsementService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly store: BallotStore,
    private readonly board: BoardStore,
    private readonly trustees: TrusteeService,
    private readonly notices: BallotNotices,
  ) {}

  /**
   * The same endorsement again is no fault; one that differs from any other ends the ballot, for everybody to see.
   * @throws JariError NOT_A_TRUSTEE, BOARD_NOT_CLOSED, CHECKING_PERIOD, VALIDATION_FAILED, BALLOT_WRONG_STATE
   */
  async endorse(tx: Tx, ballotId: string, input: EndorsementInput): Promise<Endorsement[]> {
    const ballot = await this.store.lock(tx, ballotId);
    this.store.requireState(ballot, 'CLOSED');
    const { trusteeIndex, signingKey } = await this.trustees.acting(tx, ballotId);
    this.requireChecked(ballot);
    const endorsement: Endorsement = { format: 'jari-endorsement/1', electionId: ballot.electionId ?? '', ...input, trustee: trusteeIndex };
    refuseIfFaulty(isEndorsementSigned(endorsement, signingKey ?? '') ? [] : [{ path: 'signature', code: 'SIGNATURE_WRONG' }]);
    await tx.execute(
      'INSERT INTO ballot_endorsement (organization_id, ballot_id, signature, trustee_index, endorsement) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
      [tx.organizationId, ballotId, endorsement.signature, trusteeIndex, canonicalJson(endorsement)]);
    await this.audit.record(tx, { action: 'ballot.endorse', subjectType: 'ballot', subjectId: ballotId, after: { trusteeIndex, aggregateHash: input.aggregateHash, counted: input.counted } });
    const all = await this.list(tx, ballotId);
    if (new Set(all.map(({ boardHead, aggregateHash, counted }) => `${boardHead} ${aggregateHash} ${counted}`)).size > 1) {
      const open = openSpec(JSON.parse(ballot.specification ?? 'null'));
      ballot.result = canonicalJson(failedResult(open, 'DISAGREEMENT', await this.board.counted(tx, ballotId)));
      await this.store.move(tx, ballot, 'FAILED', 'DISAGREEMENT');
    } else if (ballot.firstEndorsedAt === null) {
      ballot.firstEndorsedAt = this.clock.now();
      await this.store.save(tx, ballot);
    }
    if (ballot.state === 'CLOSED' && await this.isEnough(tx, ballot)) await this.notices.tell(tx, ballotId, 'SHARE_DUE');
    return all;
  }

  async list(tx: Tx, ballotId: string): Promise<Endorsement[]> {
    const rows = await tx.repository(BallotEndorsement).find({ where: { organizationId: tx.organizationId, ballotId }, order: { trusteeIndex: 'ASC', signature: 'ASC' } });
    return rows.map(({ endorsement }) => JSON.parse(endorsement) as Endorsement);
  }

  /** Whether e different trustees have endorsed one sum. */
  async isEnough(tx: Tx, { id, specification }: Ballot): Promise<boolean> {
    const { spec } = openSpec(JSON.parse(specification ?? 'null'));
    return new Set((await this.list(tx, id)).map(({ trustee }) => trustee)).size >= spec.e;
  }

  /** Voters hold their receipts against the closed board first. */
  private requireChecked({ closeRecord, checkingSeconds }: Ballot): void {
    if (closeRecord === null) throw new JariError('BOARD_NOT_CLOSED');
    const { closedAt } = JSON.parse(closeRecord) as CloseRecord;
    const free = new Date(Date.parse(closedAt) + checkingSeconds * 1000);
    if (this.clock.now() < free) throw new JariError('CHECKING_PERIOD', { at: free.toISOString() });
  }
}
