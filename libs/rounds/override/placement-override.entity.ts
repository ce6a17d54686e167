import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('placement_override')
export class PlacementOverride {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** The moves that are decided together. */
  @Column({ type: 'uuid', nullable: false })
  proposalId!: string;

  @Column({ type: 'uuid', nullable: false })
  roundId!: string;

  @Column({ type: 'uuid', nullable: false })
  employeeId!: string;

  @Column({ type: 'uuid', nullable: true })
  fromPositionId!: string | null;

  @Column({ type: 'uuid', nullable: false })
  toPositionId!: string;

  @Column({ type: 'text', nullable: false })
  groundCode!: string;

  @Column({ type: 'text', nullable: false })
  groundText!: string;

  @Column({ type: 'text', nullable: false })
  state!: 'PROPOSED' | 'APPROVED' | 'REJECTED' | 'WITHDRAWN';

  @Column({ type: 'uuid', nullable: true })
  violationId!: string | null;

  @Column({ type: 'timestamptz', nullable: false })
  proposedAt!: Date;

  @Column({ type: 'uuid', nullable: false })
  proposedByAccountId!: string;

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  decidedByAccountId!: string | null;

  @Column({ type: 'text', nullable: true })
  decisionText!: string | null;
}
