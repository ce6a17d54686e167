import { Injectable } from '@nestjs/common';
import { canonicalJson, chainEntry, readEnvelope, readTestNotice, type ChainHead, type Entry, type EntryInput, type RejectionReason, type Reissue } from '#ballot-box';
import type { Tx } from '#platform';
import type { IntakeRow } from '../intake/intake-row.entity.js';
import { BoardEntry } from './board-entry.entity.js';

/** The public chain: one appender at a time. */
@Injectable()
export class BoardStore {
  /** Until the transaction ends. Always taken before the ballot's own row. */
  async lock(tx: Tx, ballotId: string): Promise<void> {
    await tx.execute(`SELECT pg_advisory_xact_lock(hashtextextended('ballot-board:' || $1, 0))`, [ballotId]);
  }

  async head(tx: Tx, ballotId: string, electionId: string): Promise<ChainHead> {
    const row = await tx.one<ChainHead>(
      'SELECT hash AS head, entry_index AS entries FROM ballot_board_entry WHERE organization_id = $1 AND ballot_id = $2 ORDER BY entry_index DESC LIMIT 1', [tx.organizationId, ballotId]);
    return row ?? { head: electionId, entries: 0 };
  }

  /** Under the lock: puts a row of intake on the board, as what it is or with the reason why it does not count. */
  async enter(tx: Tx, electionId: string, row: IntakeRow, reason: RejectionReason | null): Promise<void> {
    const { ballotId, intakeIndex } = row;
    await this.append(tx, ballotId, electionId, inputOf(row, reason), intakeIndex);
    await tx.execute('UPDATE ballot_intake SET entered = true WHERE organization_id = $1 AND ballot_id = $2 AND intake_index = $3', [tx.organizationId, ballotId, intakeIndex]);
  }

  /** Under the lock: a credential replaced. */
  enterReissue(tx: Tx, ballotId: string, electionId: string, reissue: Reissue): Promise<void> {
    return this.append(tx, ballotId, electionId, { type: 'reissued', reissue }, null);
  }

  /** Slots with a vote that counts. Canonical entries end in their type; PostgreSQL's JSON would stumble over a NUL in what a voter sent. */
  async counted(tx: Tx, ballotId: string): Promise<number> {
    const row = await tx.one<{ slots: number }>(
      `SELECT count(DISTINCT i.slot) AS slots FROM ballot_board_entry e JOIN ballot_intake i ON i.organization_id = e.organization_id AND i.ballot_id = e.ballot_id AND i.intake_index = e.intake_index
       WHERE e.organization_id = $1 AND e.ballot_id = $2 AND e.entry LIKE '%,"type":"ballot"}'`, [tx.organizationId, ballotId]);
    return row?.slots ?? 0;
  }

  async list(tx: Tx, ballotId: string): Promise<unknown[]> {
    const rows = await tx.query<{ entry: string }>('SELECT entry FROM ballot_board_entry WHERE organization_id = $1 AND ballot_id = $2 ORDER BY entry_index', [tx.organizationId, ballotId]);
    return rows.map(({ entry }): unknown => JSON.parse(entry));
  }

  private async append(tx: Tx, ballotId: string, electionId: string, input: EntryInput, intakeIndex: number | null): Promise<void> {
    const entry: Entry = chainEntry(await this.head(tx, ballotId, electionId), input);
    await tx.repository(BoardEntry).insert({
      organizationId: tx.organizationId, ballotId, entryIndex: entry.index, previousHash: entry.previous, hash: entry.hash, intakeIndex, entry: canonicalJson(entry),
    });
  }
}

const inputOf = ({ kind, intakeIndex, envelope, content }: IntakeRow, reason: RejectionReason | null): EntryInput => {
  if (kind === 'TEST') return { type: 'tested', intakeIndex, test: readTestNotice(JSON.parse(envelope)) };
  const vote = { intakeIndex, envelope: readEnvelope(JSON.parse(envelope)), content: JSON.parse(content ?? 'null') as unknown };
  return reason === null ? { type: 'ballot', ...vote } : { type: 'rejected', ...vote, reason };
};
