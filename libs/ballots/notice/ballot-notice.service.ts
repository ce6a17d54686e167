import { Injectable } from '@nestjs/common';
import type { Bilingual } from '#contracts';
import { bilingual, Clock, JobQueue, type Tx } from '#platform';
import type { BallotState } from '../ballot/ballot-state.js';
import { NOTIFY_BALLOT } from '../jobs/ballot-jobs.js';
import { BALLOT_NOTICES, type BallotNoticeKind } from './ballot-notice-kind.js';

export interface BallotNoticeView {
  readonly ballotId: string;
  readonly kind: BallotNoticeKind;
  readonly text: Bilingual;
  readonly createdAt: Date;
}

interface NoticeRow extends Omit<BallotNoticeView, 'text'> {
  readonly name: string;
  readonly closesAt: Date;
}

/** What a state asks of whom. */
const ON_MOVE: Partial<Record<BallotState, readonly BallotNoticeKind[]>> = {
  OPEN: ['BALLOT_OPENED'],
  TALLIED: ['BALLOT_TALLIED', 'DECISION_DUE'],
  FAILED: ['BALLOT_FAILED'],
  CANCELLED: ['BALLOT_CANCELLED'],
};

/** The state in which a notice sent at a time set beforehand still says something. */
const STILL_IN: Partial<Record<BallotNoticeKind, BallotState>> = { BALLOT_CLOSES_SOON: 'OPEN', ENDORSEMENT_DUE: 'CLOSED' };

/** Notices of a ballot. Everyone of an audience gets the same, so that no notice tells who has voted; none says anything of a choice. */
@Injectable()
export class BallotNotices {
  constructor(
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
  ) {}

  /** Said again, it is new again: trustees who are named anew have to act anew. */
  async tell(tx: Tx, ballotId: string, ...kinds: readonly BallotNoticeKind[]): Promise<void> {
    for (const kind of kinds) {
      await tx.execute(
        `INSERT INTO ballot_notice (organization_id, ballot_id, kind, audience, created_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (organization_id, ballot_id, kind) DO UPDATE SET created_at = excluded.created_at`,
        [tx.organizationId, ballotId, kind, BALLOT_NOTICES[kind], this.clock.now()]);
    }
  }

  tellOfMove = (tx: Tx, ballotId: string, to: BallotState): Promise<void> => this.tell(tx, ballotId, ...(ON_MOVE[to] ?? []));

  async tellAt(tx: Tx, ballotId: string, kind: BallotNoticeKind, runAt: Date): Promise<void> {
    await this.jobs.enqueue(tx, NOTIFY_BALLOT, { ballotId, kind }, { runAt, key: `${ballotId}:${kind}` });
  }

  /** At its time, unless the ballot has gone on or was called off. */
  async tellIfStill(tx: Tx, { id, state }: { readonly id: string; readonly state: BallotState }, kind: BallotNoticeKind): Promise<void> {
    if (state === STILL_IN[kind]) await this.tell(tx, id, kind);
  }

  /** Those for whoever acts, newest first, at most 200: as a voter on the roll, a trustee, or by office. */
  async own(tx: Tx): Promise<BallotNoticeView[]> {
    const { actor } = tx.context;
    if (actor.kind !== 'PERSON') return [];
    const rows = await tx.query<NoticeRow>(
      `SELECT n.ballot_id AS "ballotId", n.kind, n.created_at AS "createdAt", b.name, b.closes_at AS "closesAt"
       FROM ballot_notice n JOIN ballot b ON b.organization_id = n.organization_id AND b.id = n.ballot_id
       WHERE n.organization_id = $1 AND (n.audience = ANY($4)
         OR (n.audience = 'VOTERS' AND EXISTS (SELECT FROM ballot_voter v WHERE v.organization_id = $1 AND v.ballot_id = n.ballot_id AND v.employee_id = $2 AND v.state = 'LISTED'))
         OR (n.audience = 'TRUSTEES' AND EXISTS (SELECT FROM ballot_trustee t WHERE t.organization_id = $1 AND t.ballot_id = n.ballot_id AND t.account_id = $3)))
       ORDER BY n.created_at DESC, n.ballot_id, n.kind LIMIT 200`,
      [tx.organizationId, actor.employeeId, actor.accountId, actor.roles]);
    return rows.map(({ name, closesAt, ...notice }) => ({ ...notice, text: bilingual(`ballotNotice.${notice.kind}`, { name, closesAt: closesAt.toISOString() }) }));
  }
}
