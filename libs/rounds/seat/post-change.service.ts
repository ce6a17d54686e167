import { Injectable } from '@nestjs/common';
import { AuditService, Clock, JariError, newId, type Tx } from '#platform';
import { AmendmentService } from '../amendment/amendment.service.js';
import { seatLabel, type SeatFacts } from '../facts/seat-facts.js';
import { NoticeService } from '../notice/notice.service.js';
import { RecusalGuard } from '../recusal/recusal-guard.js';
import type { PlacementRound } from '../round/placement-round.entity.js';
import { RoundStore } from '../round/round-store.js';
import { SnapshotService } from '../snapshot/snapshot.service.js';
import { actingAccountId } from '../support/actor.js';
import type { RoundPostChange } from './round-post-change.entity.js';
import { SeatCatalogueService } from './seat-catalogue.service.js';

export interface PostChangeInput {
  readonly positionId: string;
  readonly kind: RoundPostChange['kind'];
  /** Everyone affected reads it. */
  readonly reason: string;
  /** Until when affected people may refile, when filing is closed already. */
  readonly closesAt: Date;
}

export interface PostChangeResult {
  readonly id: string;
  readonly affectedPeople: number;
}

/** A post that changes after the notice: everyone who wished for it is told why and may choose again. */
@Injectable()
export class PostChangeService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rounds: RoundStore,
    private readonly seats: SeatCatalogueService,
    private readonly snapshots: SnapshotService,
    private readonly amendments: AmendmentService,
    private readonly notices: NoticeService,
    private readonly recusals: RecusalGuard,
  ) {}

  /** @throws JariError OFFICER_RECUSED when it is a post that the officer or a relative wished for, POST_NOT_IN_ROUND, POST_ALREADY_IN_ROUND, ROUND_DATES_DISORDERED */
  async change(tx: Tx, roundId: string, input: PostChangeInput): Promise<PostChangeResult> {
    const round = await this.rounds.lock(tx, roundId);
    this.rounds.requireState(round, 'NOTICED', 'OPEN', 'CLOSED');
    const closed = round.state === 'CLOSED';
    if (closed && input.closesAt <= this.clock.now()) throw new JariError('ROUND_DATES_DISORDERED');
    const wishing = await this.affected(tx, round, input.positionId);
    await this.recusals.requireFreeOf(tx, roundId, wishing);
    const id = newId();
    const before = await this.apply(tx, round, input);
    const people = input.kind === 'ADDED' ? [] : wishing;
    await this.remember(tx, round, { id, before, affected: people.length }, input);
    if (closed) {
      await this.amendments.reopen(tx, round, people.map((employeeId) => ({ employeeId, ground: 'POST_CHANGED', postChangeId: id, reason: input.reason, closesAt: input.closesAt })));
      await this.snapshots.recompile(tx, round);
    }
    await this.tell(tx, round, input, people);
    return { id, affectedPeople: people.length };
  }

  /** A new post is news for everyone; a changed one for whoever wished for it, with the time they have. */
  private async tell(tx: Tx, round: PlacementRound, { positionId, kind, reason, closesAt }: PostChangeInput, people: readonly string[]): Promise<void> {
    const [seat] = await this.seats.list(tx, round.id, positionId);
    if (seat === undefined) return;
    const closed = round.state === 'CLOSED';
    const params = { name: round.name, post: seatLabel(seat.facts), kind, until: (closed ? closesAt : round.closesAt).toISOString() };
    const added = { kind: closed ? 'POST_ADDED_AFTER_CLOSE' as const : 'POST_ADDED' as const, roundId: round.id, employeeId: null, params, reason };
    await this.notices.send(tx, kind === 'ADDED' ? [added] : people.map((employeeId) => ({ kind: 'POST_CHANGED' as const, roundId: round.id, employeeId, params, reason })));
  }

  /** @returns the post as it was announced, null for a new one */
  private async apply(tx: Tx, round: PlacementRound, { positionId, kind }: PostChangeInput): Promise<SeatFacts | null> {
    const [present] = await this.seats.list(tx, round.id, positionId);
    if (kind === 'ADDED' && present !== undefined && present.state !== 'WITHDRAWN') throw new JariError('POST_ALREADY_IN_ROUND');
    if (kind !== 'ADDED' && (present === undefined || present.state === 'WITHDRAWN')) throw new JariError('POST_NOT_IN_ROUND');
    if (kind === 'WITHDRAWN') await this.seats.withdraw(tx, round.id, positionId);
    else await this.seats.refresh(tx, round, positionId);
    return present?.facts ?? null;
  }

  private async affected(tx: Tx, round: PlacementRound, positionId: string): Promise<readonly string[]> {
    const rows = await tx.query<{ employeeId: string }>(
      `SELECT l.employee_id AS "employeeId" FROM wish_list l
       JOIN wish w ON w.organization_id = l.organization_id AND w.wish_list_id = l.id AND w.edition = l.filed_edition
       WHERE l.organization_id = $1 AND w.position_id = $3
       UNION SELECT employee_id FROM round_wish WHERE organization_id = $1 AND round_id = $2 AND position_id = $3`,
      [tx.organizationId, round.id, positionId],
    );
    return rows.map(({ employeeId }) => employeeId);
  }

  private async remember(
    tx: Tx, round: PlacementRound, { id, before, affected }: { id: string; before: SeatFacts | null; affected: number }, { positionId, kind, reason }: PostChangeInput,
  ): Promise<void> {
    await this.audit.record(tx, { action: 'round.changePost', subjectType: 'position', subjectId: positionId, after: { roundId: round.id, kind, affected } });
    await tx.execute(
      `INSERT INTO round_post_change (organization_id, id, round_id, position_id, kind, reason, facts_before, facts_after, affected_people, changed_at, changed_by_account_id)
       SELECT $1, $2, $3, $4, $5, $6, $10::jsonb, facts, $7, $8, $9 FROM round_seat WHERE organization_id = $1 AND round_id = $3 AND position_id = $4`,
      [tx.organizationId, id, round.id, positionId, kind, reason, affected, this.clock.now(), actingAccountId(tx), before === null ? null : JSON.stringify(before)],
    );
  }
}
