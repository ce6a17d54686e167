import { Injectable } from '@nestjs/common';
import { canonicalJson, type Receipt } from '#ballot-box';
import { type JariError, prepareSql, type Tx } from '#platform';
import { BoardStore } from '../board/board-store.js';
import { CredentialService } from '../credential/credential.service.js';
import { signNatively } from '../support/native-signatures.js';
import type { Cast } from './cast.js';
import { CastJudge, type Taken } from './cast-judge.js';
import { CastStore } from './cast-store.js';
import { IntakeGate } from './intake-gate.js';
import { IntakeStore } from './intake-store.js';

/** Good only after the commit of the transaction it was made in. */
export type Outcome = { readonly receipt: Receipt } | { readonly refused: JariError };

const PARTICIPATION = prepareSql('INSERT INTO ballot_participation (organization_id, ballot_id, employee_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING');

/** Takes casts that came at one moment, in one transaction: rows, numbers, signed receipts and jobs. */
@Injectable()
export class CastingService {
  constructor(
    private readonly gate: IntakeGate,
    private readonly casts: CastStore,
    private readonly store: IntakeStore,
    private readonly board: BoardStore,
    private readonly credentials: CredentialService,
  ) {}

  /** @returns what becomes of each, in their order. @throws JariError BALLOT_NOT_FOUND, SPECIFICATION_NOT_YET */
  async take(tx: Tx, ballotId: string, casts: readonly Cast[]): Promise<readonly Outcome[]> {
    // Sent together and done one after the other: the ballot's row, the slots' locks, then what stands there.
    const [gate, record, isOpen] = await Promise.all([this.gate.enter(tx, ballotId), this.casts.read(tx, ballotId, casts), this.gate.openness(tx)]);
    const judge = new CastJudge(record, gate.electionId, () => isOpen(gate));
    const verdicts = casts.map((cast) => judge.judge(cast));
    const receipts = judge.taken.length === 0 ? [] : await this.keep(tx, ballotId, gate.electionId, judge.taken);
    return verdicts.map((verdict): Outcome => {
      if (!('taken' in verdict)) return verdict;
      const receipt = receipts[verdict.taken];
      if (receipt === undefined) throw new Error('A cast that was taken has no receipt');
      return { receipt };
    });
  }

  private async keep(tx: Tx, ballotId: string, electionId: string, taken: readonly Taken[]): Promise<readonly Receipt[]> {
    const [boardKey, { head }, first] = await Promise.all([
      this.credentials.signingKey(tx, ballotId, 'BOARD'), this.board.head(tx, ballotId, electionId), this.store.nextIndexes(tx, ballotId, taken.length)]);
    const rows = taken.map(({ cast: { envelope, tracker, content, employeeId }, slot }, at) => {
      const { credential, revision, ballotHash } = envelope;
      const intakeIndex = first + at;
      const receipt: Receipt = signNatively('receipt', { format: 'jari-receipt/1' as const, electionId, credential, revision, ballotHash, tracker, intakeIndex, boardHead: head }, boardKey);
      tx.executeAtCommit(PARTICIPATION, [tx.organizationId, ballotId, employeeId]);
      return { receipt, row: { ballotId, intakeIndex, kind: 'BALLOT' as const, slot, revision, tracker, ballotHash, envelope: canonicalJson(envelope), content, receipt: canonicalJson(receipt) } };
    });
    await this.store.keep(tx, rows.map(({ row }) => row));
    return rows.map(({ receipt }) => receipt);
  }
}
