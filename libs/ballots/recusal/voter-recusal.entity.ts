import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A voter who stands aside or is asked to (제척, 기피, 회피): takes no part in this ballot when upheld. */
@Entity('ballot_recusal')
export class VoterRecusal {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  ballotId!: string;

  @Column({ type: 'text', nullable: false })
  type!: 'EXCLUSION' | 'CHALLENGE' | 'SELF';

  @Column({ type: 'uuid', nullable: false })
  voterEmployeeId!: string;

  @Column({ type: 'text', nullable: false })
  groundText!: string;

  @Column({ type: 'text', nullable: false })
  state!: 'DECLARED' | 'UPHELD' | 'DISMISSED';

  @Column({ type: 'uuid', nullable: false })
  declaredByAccountId!: string;

  @Column({ type: 'timestamptz', nullable: false })
  declaredAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  decidedByAccountId!: string | null;

  @Column({ type: 'text', nullable: true })
  decisionText!: string | null;
}
