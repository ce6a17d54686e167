import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('grievance')
export class Grievance {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  employeeId!: string;

  @Column({ type: 'uuid', nullable: true })
  roundId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  orderItemId!: string | null;

  @Column({ type: 'text', nullable: false })
  kind!: 'CONSULTATION' | 'REVIEW' | 'REHEARING';

  @Column({ type: 'uuid', nullable: true })
  previousGrievanceId!: string | null;

  @Column({ type: 'text', nullable: false })
  state!: 'RECEIVED' | 'IN_REVIEW' | 'ANSWERED' | 'WITHDRAWN';

  @Column({ type: 'integer', nullable: false })
  version!: number;

  @Column({ type: 'text', nullable: false })
  complaintText!: string;

  @Column({ type: 'text', nullable: true })
  requestedRemedy!: string | null;

  @Column({ type: 'date', nullable: false })
  receivedOn!: string;

  @Column({ type: 'date', nullable: false })
  dueOn!: string;

  @Column({ type: 'date', nullable: true })
  extendedDueOn!: string | null;

  @Column({ type: 'text', nullable: true })
  extensionReason!: string | null;

  @Column({ type: 'text', nullable: true })
  answerKind!: 'UPHELD' | 'PARTLY_UPHELD' | 'DISMISSED' | 'ADVICE' | null;

  @Column({ type: 'text', nullable: true })
  answerText!: string | null;

  @Column({ type: 'date', nullable: true })
  answeredOn!: string | null;

  @Column({ type: 'uuid', nullable: true })
  answeredByAccountId!: string | null;

  @Column({ type: 'date', nullable: true })
  nextStepUntil!: string | null;
}
