import { Injectable } from '@nestjs/common';
import { hashOf, rollHashOf } from '#ballot-box';
import type { Fault } from '#contracts';
import { AuditService, Clock, JariError, newToken, type Tx } from '#platform';
import { defaultMethod, sizeFaults } from '../ballot/ballot-method.js';
import { BallotStore } from '../ballot/ballot-store.js';
import type { Ballot } from '../ballot/ballot.entity.js';
import { CredentialService } from '../credential/credential.service.js';
import { BallotNotices } from '../notice/ballot-notice.service.js';
import { RollService } from './roll.service.js';

/** Freezes who votes and who stands; from here on the ballot is made ready with its keys. */
@Injectable()
export class RollClosingService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly store: BallotStore,
    private readonly roll: RollService,
    private readonly credentials: CredentialService,
    private readonly notices: BallotNotices,
  ) {}

  /** @throws JariError BALLOT_NOT_READY with everything that is missing, ROLL_CLOSED, BALLOT_WRONG_STATE */
  async close(tx: Tx, id: string): Promise<Ballot> {
    const ballot = await this.store.lock(tx, id);
    this.store.requireRollOpen(ballot);
    const standing = await tx.query<{ employeeId: string }>(
      `SELECT employee_id AS "employeeId" FROM ballot_candidate WHERE organization_id = $1 AND ballot_id = $2 AND state = 'CONSENTED'`, [tx.organizationId, id]);
    const voters = await this.roll.list(tx, id);
    const method = ballot.method ?? defaultMethod(standing.length);
    const faults = [...this.deadlineFaults(ballot), ...await this.undecided(tx, id), ...sizeFaults(method, ballot.tiesAllowed && method !== 'plurality', standing.length), ...turnoutFaults(ballot, voters.length)];
    if (faults.length > 0) throw new JariError('BALLOT_NOT_READY', {}, faults);
    await this.number(tx, id, standing.map(({ employeeId }) => employeeId));
    const rollSalt = newToken();
    const rollHash = rollHashOf(id, rollSalt, voters.map(({ employeeNumber }) => employeeNumber));
    Object.assign(ballot, { method, rollSalt, rollHash, rollSize: voters.length, rollClosedAt: this.clock.now() });
    await this.store.save(tx, ballot);
    await this.audit.record(tx, { action: 'ballot.closeRoll', subjectType: 'ballot', subjectId: id, after: { rollSize: voters.length, rollHash, candidates: standing.length, method } });
    await this.credentials.prepare(tx, ballot, voters);
    if (ballot.credentialMode === 'SEPARATE') await this.notices.tell(tx, id, 'CREDENTIALS_DUE');
    return ballot;
  }

  private deadlineFaults(ballot: Ballot): readonly Fault[] {
    const now = this.clock.now();
    return (['nominationsUntil', 'appealsUntil'] as const).filter((path) => now < ballot[path]).map((path) => ({ path, code: 'BALLOT_DEADLINE_AHEAD', params: { at: ballot[path].toISOString() } }));
  }

  private async undecided(tx: Tx, id: string): Promise<readonly Fault[]> {
    const row = await tx.one<{ open: number }>(
      `SELECT (SELECT count(*) FROM ballot_appeal WHERE organization_id = $1 AND ballot_id = $2 AND state = 'DECLARED')
            + (SELECT count(*) FROM ballot_recusal WHERE organization_id = $1 AND ballot_id = $2 AND state = 'DECLARED') AS open`, [tx.organizationId, id]);
    const open = row?.open ?? 0;
    return open > 0 ? [{ path: 'roll', code: 'ROLL_UNDECIDED', params: { open } }] : [];
  }

  /** The order on the ballot is that of a hash over ballot and person, which nobody chooses and anybody can follow. */
  private async number(tx: Tx, ballotId: string, employeeIds: readonly string[]): Promise<void> {
    const drawn = employeeIds.map((employeeId) => ({ employeeId, key: hashOf({ format: 'jari-option-order/1', ballotId, employeeId }) })).sort((a, b) => (a.key < b.key ? -1 : 1));
    await tx.execute(
      `UPDATE ballot_candidate SET option_number = n.at - 1 FROM unnest($3::uuid[]) WITH ORDINALITY AS n(employee_id, at)
       WHERE organization_id = $1 AND ballot_id = $2 AND ballot_candidate.employee_id = n.employee_id`,
      [tx.organizationId, ballotId, drawn.map(({ employeeId }) => employeeId)],
    );
  }
}

/** A ballot that cannot become valid is not opened. */
const turnoutFaults = ({ quorum, minimumCast }: Ballot, voters: number): readonly Fault[] =>
  [['quorum', quorum] as const, ['minimumCast', minimumCast] as const].filter(([, needed]) => needed > voters).map(([path, needed]) => ({ path, code: 'BALLOT_QUORUM_ABOVE_ROLL', params: { voters, needed } }));
