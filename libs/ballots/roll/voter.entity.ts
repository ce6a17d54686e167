import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One line of the roll (선거인명부). Nothing here says whether or how somebody voted. */
@Entity('ballot_voter')
export class BallotVoter {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  ballotId!: string;

  @PrimaryColumn({ type: 'uuid' })
  employeeId!: string;

  @Column({ type: 'integer', nullable: false })
  grade!: number;

  @Column({ type: 'text', nullable: false })
  state!: 'LISTED' | 'REMOVED';

  /** How the person came onto the roll. */
  @Column({ type: 'text', nullable: false })
  source!: 'GRADE' | 'APPEAL';

  @Column({ type: 'text', nullable: true })
  removedFor!: 'RECUSAL' | 'APPEAL' | null;
}
