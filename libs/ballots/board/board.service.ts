import { Injectable } from '@nestjs/common';
import { readBoard, type Board } from '#ballot-box';
import { JariError, type Tx } from '#platform';
import { BallotStore } from '../ballot/ballot-store.js';
import { CredentialService } from '../credential/credential.service.js';
import { SpecificationService } from '../specification/specification.service.js';
import { BoardStore } from './board-store.js';

/** How many took part; nothing of what they chose. */
export interface Turnout {
  readonly eligible: number;
  readonly cast: number;
}

/** What is published about a ballot, from which anybody can recount it. */
@Injectable()
export class BoardService {
  constructor(
    private readonly store: BallotStore,
    private readonly board: BoardStore,
    private readonly credentials: CredentialService,
    private readonly specifications: SpecificationService,
  ) {}

  /** @throws JariError BALLOT_NOT_FOUND, SPECIFICATION_NOT_YET */
  async read(tx: Tx, ballotId: string): Promise<Board> {
    const { closeRecord, result } = await this.store.find(tx, ballotId);
    const { specification, signatures } = await this.specifications.view(tx, ballotId);
    return readBoard({
      format: 'jari-board/1', spec: specification, specSignatures: signatures, credentials: await this.credentials.list(tx, ballotId), entries: await this.board.list(tx, ballotId),
      close: closeRecord === null ? null : JSON.parse(closeRecord), endorsements: await this.statements(tx, ballotId, 'ballot_endorsement', 'endorsement'),
      shares: await this.statements(tx, ballotId, 'ballot_share', 'share'), result: result === null ? null : JSON.parse(result),
    });
  }

  /** Shares that were not found right yet do not stand on the board. */
  private async statements(tx: Tx, ballotId: string, table: 'ballot_endorsement' | 'ballot_share', column: string): Promise<unknown[]> {
    const rows = await tx.query<{ text: string }>(
      `SELECT ${column} AS text FROM ${table} WHERE organization_id = $1 AND ballot_id = $2 ${table === 'ballot_share' ? `AND state = 'VALID'` : ''} ORDER BY trustee_index`, [tx.organizationId, ballotId]);
    return rows.map(({ text }): unknown => JSON.parse(text));
  }

  /** After voting has closed. @throws JariError BALLOT_NOT_FOUND, TURNOUT_NOT_YET */
  async turnout(tx: Tx, ballotId: string): Promise<Turnout> {
    const { state, rollSize } = await this.store.find(tx, ballotId);
    if (state === 'DRAFT' || state === 'NOMINATING' || state === 'PREPARED' || state === 'OPEN') throw new JariError('TURNOUT_NOT_YET');
    const row = await tx.one<{ cast: number }>('SELECT count(*) AS cast FROM ballot_participation WHERE organization_id = $1 AND ballot_id = $2', [tx.organizationId, ballotId]);
    return { eligible: rollSize ?? 0, cast: row?.cast ?? 0 };
  }
}
