import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('committee_review')
export class CommitteeReview {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  roundId!: string;

  @Column({ type: 'uuid', nullable: false })
  runId!: string;

  @Column({ type: 'text', nullable: false })
  decision!: 'ENDORSED' | 'SENT_BACK';

  @Column({ type: 'text', nullable: false })
  resolutionNumber!: string;

  @Column({ type: 'date', nullable: false })
  heldOn!: string;

  @Column({ type: 'text', nullable: false })
  opinion!: string;

  @Column({ type: 'timestamptz', nullable: false })
  recordedAt!: Date;

  @Column({ type: 'uuid', nullable: true })
  recordedByAccountId!: string | null;
}
