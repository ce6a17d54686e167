import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('rule_waiver')
export class RuleWaiver {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  roundId!: string;

  @Column({ type: 'uuid', nullable: false })
  employeeId!: string;

  @Column({ type: 'uuid', nullable: true })
  positionId!: string | null;

  @Column({ type: 'text', nullable: false })
  ruleCode!: string;

  @Column({ type: 'text', nullable: false })
  groundCode!: string;

  @Column({ type: 'text', nullable: false })
  groundText!: string;

  @Column({ type: 'text', nullable: false })
  state!: 'REQUESTED' | 'GRANTED' | 'REFUSED' | 'WITHDRAWN';

  @Column({ type: 'text', nullable: true })
  committeeResolution!: string | null;

  @Column({ type: 'timestamptz', nullable: false })
  requestedAt!: Date;

  @Column({ type: 'uuid', nullable: true })
  requestedByAccountId!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  decidedByAccountId!: string | null;

  @Column({ type: 'text', nullable: true })
  decisionText!: string | null;
}
