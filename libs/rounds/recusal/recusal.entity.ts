import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('recusal')
export class Recusal {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  roundId!: string;

  @Column({ type: 'text', nullable: false })
  type!: 'EXCLUSION' | 'CHALLENGE' | 'SELF';

  @Column({ type: 'uuid', nullable: false })
  officerAccountId!: string;

  /** null for the mayor and members from outside the district. */
  @Column({ type: 'uuid', nullable: true })
  officerEmployeeId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  subjectEmployeeId!: string | null;

  @Column({ type: 'text', nullable: false })
  groundText!: string;

  @Column({ type: 'text', nullable: false })
  state!: 'DECLARED' | 'UPHELD' | 'DISMISSED';

  @Column({ type: 'timestamptz', nullable: false })
  declaredAt!: Date;

  @Column({ type: 'uuid', nullable: true })
  declaredByAccountId!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  decidedByAccountId!: string | null;

  @Column({ type: 'text', nullable: true })
  decisionText!: string | null;
}
