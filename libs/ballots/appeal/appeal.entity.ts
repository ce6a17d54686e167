import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An objection to the roll (이의신청): somebody is missing, or stands there wrongly. */
@Entity('ballot_appeal')
export class BallotAppeal {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  ballotId!: string;

  @Column({ type: 'text', nullable: false })
  kind!: 'ADD' | 'REMOVE';

  @Column({ type: 'uuid', nullable: false })
  subjectEmployeeId!: string;

  @Column({ type: 'text', nullable: false })
  text!: string;

  @Column({ type: 'text', nullable: false })
  state!: 'DECLARED' | 'UPHELD' | 'DISMISSED';

  @Column({ type: 'uuid', nullable: false })
  filedByEmployeeId!: string;

  @Column({ type: 'timestamptz', nullable: false })
  filedAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  decidedByAccountId!: string | null;

  @Column({ type: 'text', nullable: true })
  decisionText!: string | null;
}
