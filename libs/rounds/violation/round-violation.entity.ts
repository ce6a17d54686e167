import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('round_violation')
export class RoundViolation {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  roundId!: string;

  @Column({ type: 'uuid', nullable: false })
  runId!: string;

  @Column({ type: 'text', nullable: false })
  ruleCode!: string;

  @Column({ type: 'uuid', nullable: true })
  unitId!: string | null;

  @Column({ type: 'uuid', array: true, nullable: false })
  employeeIds!: string[];

  @Column({ type: 'jsonb', nullable: false })
  params!: object;

  @Column({ type: 'text', nullable: false })
  state!: 'OPEN' | 'RESOLVED' | 'ACCEPTED';

  @Column({ type: 'text', nullable: true })
  resolutionText!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  resolvedAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  resolvedByAccountId!: string | null;

  @Column({ type: 'timestamptz', nullable: false })
  foundAt!: Date;
}
