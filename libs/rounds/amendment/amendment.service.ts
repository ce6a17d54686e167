import { Injectable } from '@nestjs/common';
import type { CircumstanceKind } from '#organization';
import { AuditService, Clock, JariError, newId, type Tx } from '#platform';
import { WishSnapshotService, type WishInput } from '#preferences';
import { NoticeService } from '../notice/notice.service.js';
import type { PlacementRound } from '../round/placement-round.entity.js';
import { RecusalGuard } from '../recusal/recusal-guard.js';
import { RoundStore } from '../round/round-store.js';
import { SnapshotService } from '../snapshot/snapshot.service.js';
import { actingAccountId } from '../support/actor.js';

export interface HardshipAmendment {
  readonly employeeId: string;
  readonly ground: CircumstanceKind;
  /** Why, in words; HR-only. */
  readonly reason: string;
  /** The new list, filed by HR on the person's behalf; null = the person files anew until `closesAt`. */
  readonly wishes: readonly WishInput[] | null;
  readonly closesAt: Date;
}

export interface Reopening {
  readonly employeeId: string;
  readonly ground: 'POST_CHANGED' | 'HARDSHIP';
  readonly postChangeId: string | null;
  readonly reason: string;
  readonly closesAt: Date;
}

/** Changing wishes after the close, for the two grounds that justify it: a changed post and a late hardship. */
@Injectable()
export class AmendmentService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rounds: RoundStore,
    private readonly filed: WishSnapshotService,
    private readonly snapshots: SnapshotService,
    private readonly notices: NoticeService,
    private readonly recusals: RecusalGuard,
  ) {}

  async reopen(tx: Tx, round: PlacementRound, reopenings: readonly Reopening[]): Promise<void> {
    if (reopenings.length === 0) return;
    await tx.execute(
      `INSERT INTO wish_reopening (organization_id, id, round_id, employee_id, ground, post_change_id, reason, opened_at, opened_by_account_id, closes_at)
       SELECT $1, r.id, $2, r."employeeId", r.ground, r."postChangeId", r.reason, $3, $4, r."closesAt"
       FROM jsonb_to_recordset($5::jsonb) AS r(id uuid, "employeeId" uuid, ground text, "postChangeId" uuid, reason text, "closesAt" timestamptz)`,
      [tx.organizationId, round.id, this.clock.now(), actingAccountId(tx), JSON.stringify(reopenings.map((reopening) => ({ id: newId(), ...reopening })))],
    );
  }

  /**
   * Takes the list that the person has filed meanwhile into the round.
   * @throws JariError ROUND_CLOSED_FOR_WISHES without a reopening in force, NOTHING_FILED
   */
  async refile(tx: Tx, roundId: string, employeeId: string): Promise<void> {
    const round = await this.rounds.lock(tx, roundId);
    if (round.state !== 'CLOSED') throw new JariError('ROUND_CLOSED_FOR_WISHES');
    const used = await tx.execute(
      `UPDATE wish_reopening SET used_at = $4
       WHERE organization_id = $1 AND round_id = $2 AND employee_id = $3 AND used_at IS NULL AND closes_at > $4`,
      [tx.organizationId, roundId, employeeId, this.clock.now()],
    );
    if (used === 0) throw new JariError('ROUND_CLOSED_FOR_WISHES');
    await this.snapshots.retake(tx, round, employeeId);
    await this.audit.record(tx, { action: 'roundWish.refile', subjectType: 'employee', subjectId: employeeId, after: { roundId } });
  }

  /** A hardship that arose or was recognised after the close (임신·출산·질병 …), handled by HR with its ground. @throws JariError OFFICER_RECUSED, ROUND_DATES_DISORDERED */
  async amendForHardship(tx: Tx, roundId: string, { employeeId, ground, reason, wishes, closesAt }: HardshipAmendment): Promise<void> {
    const round = await this.rounds.lock(tx, roundId);
    this.rounds.requireState(round, 'CLOSED');
    await this.recusals.requireFreeInRound(tx, roundId, [employeeId]);
    if (wishes === null && closesAt <= this.clock.now()) throw new JariError('ROUND_DATES_DISORDERED');
    await this.reopen(tx, round, [{ employeeId, ground: 'HARDSHIP', postChangeId: null, reason, closesAt }]);
    if (wishes !== null) {
      await this.filed.amendWishes(tx, employeeId, { wishes, ground });
      await tx.execute('UPDATE wish_reopening SET used_at = $4 WHERE organization_id = $1 AND round_id = $2 AND employee_id = $3 AND used_at IS NULL', [
        tx.organizationId, roundId, employeeId, this.clock.now(),
      ]);
      await this.snapshots.retake(tx, round, employeeId);
    }
    await this.notices.send(tx, [{ kind: wishes === null ? 'WISHES_REOPENED' : 'WISHES_AMENDED', roundId, employeeId, params: { ground: 'HARDSHIP', until: closesAt.toISOString() } }]);
    await this.audit.record(tx, { action: 'roundWish.amendForHardship', subjectType: 'employee', subjectId: employeeId, after: { roundId, byHr: wishes !== null } });
  }
}
