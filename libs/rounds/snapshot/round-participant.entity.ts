import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('round_participant')
export class RoundParticipant {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  roundId!: string;

  @PrimaryColumn({ type: 'uuid' })
  employeeId!: string;

  @Column({ type: 'text', nullable: false })
  state!: 'SNAPSHOT' | 'PLACED' | 'STAYED' | 'UNMET' | 'OUT_OF_WISH' | 'EXCLUDED';

  @Column({ type: 'uuid', nullable: true })
  currentPositionId!: string | null;

  @Column({ type: 'jsonb', nullable: false })
  facts!: object;

  @Column({ type: 'boolean', nullable: false })
  displaced!: boolean;

  @Column({ type: 'boolean', nullable: false })
  mustMove!: boolean;

  @Column({ type: 'text', nullable: true })
  exclusionCode!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  exclusionParams!: object | null;

  @Column({ type: 'text', nullable: false })
  factCheck!: 'UNCONFIRMED' | 'CONFIRMED' | 'DISPUTED' | 'SETTLED';

  @Column({ type: 'timestamptz', nullable: true })
  factCheckedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  disputeText!: string | null;

  @Column({ type: 'text', nullable: true })
  settlementText!: string | null;

  @Column({ type: 'uuid', nullable: true })
  settledByAccountId!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  settledAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  outcomePositionId!: string | null;

  @Column({ type: 'integer', nullable: true })
  outcomeRank!: number | null;

  @Column({ type: 'text', nullable: true })
  outcomeSource!: 'RUN' | 'OVERRIDE' | null;

  @Column({ type: 'text', nullable: true })
  outcomeReason!: string | null;

  @Column({ type: 'timestamptz', nullable: false })
  wishesTakenAt!: Date;
}
