import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the appointing authority made of the result (지방공무원법 §6). */
@Entity('ballot_decision')
export class BallotDecision {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  ballotId!: string;

  @Column({ type: 'text', nullable: false })
  kind!: 'COUNTERSIGNED' | 'DEVIATED';

  /** null = nobody is appointed. */
  @Column({ type: 'uuid', nullable: true })
  appointedEmployeeId!: string | null;

  /** Published; always there with a deviation. */
  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'timestamptz', nullable: false })
  decidedAt!: Date;

  @Column({ type: 'uuid', nullable: true })
  decidedByAccountId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  plannedAssignmentId!: string | null;
}
