import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BallotNoticeKind, NoticeAudience } from './ballot-notice-kind.js';

/** Says that something waits for an audience; nothing of anybody's vote. */
@Entity('ballot_notice')
export class BallotNotice {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  ballotId!: string;

  @PrimaryColumn({ type: 'text' })
  kind!: BallotNoticeKind;

  @Column({ type: 'text', nullable: false })
  audience!: NoticeAudience;

  @Column({ type: 'timestamptz', nullable: false })
  createdAt!: Date;
}
