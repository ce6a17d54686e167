import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('placement_round')
export class PlacementRound {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text', nullable: false })
  name!: string;

  @Column({ type: 'text', nullable: false })
  kind!: 'REGULAR' | 'AD_HOC';

  @Column({ type: 'text', nullable: false })
  state!: 'DRAFT' | 'NOTICED' | 'OPEN' | 'CLOSED' | 'MATCHED' | 'REVIEWED' | 'APPROVED' | 'ORDERED' | 'ARCHIVED' | 'CANCELLED';

  @Column({ type: 'integer', nullable: false })
  version!: number;

  @Column({ type: 'text', nullable: true })
  resolutionNumber!: string | null;

  @Column({ type: 'date', nullable: true })
  resolvedOn!: string | null;

  @Column({ type: 'date', nullable: true })
  noticeOn!: string | null;

  @Column({ type: 'timestamptz', nullable: false })
  opensAt!: Date;

  @Column({ type: 'timestamptz', nullable: false })
  closesAt!: Date;

  @Column({ type: 'date', nullable: false })
  cutOffOn!: string;

  @Column({ type: 'date', nullable: false })
  resultsOn!: string;

  @Column({ type: 'date', nullable: false })
  effectiveOn!: string;

  @Column({ type: 'jsonb', nullable: false })
  criteria!: object;

  @Column({ type: 'text', nullable: false })
  seed!: string;

  @Column({ type: 'uuid', nullable: true })
  adoptedRunId!: string | null;

  @Column({ type: 'text', nullable: true })
  adoptionReason!: string | null;

  @Column({ type: 'text', nullable: true })
  adoptionResolutionNumber!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  approvedAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  approvedByAccountId!: string | null;

  @Column({ type: 'date', nullable: true })
  issuedOn!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  snapshotAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: false })
  createdAt!: Date;

  @Column({ type: 'uuid', nullable: true })
  createdByAccountId!: string | null;
}
