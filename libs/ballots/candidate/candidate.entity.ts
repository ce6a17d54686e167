import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CandidateState } from './candidate-state.js';

@Entity('ballot_candidate')
export class BallotCandidate {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  ballotId!: string;

  @Column({ type: 'uuid', nullable: false })
  employeeId!: string;

  @Column({ type: 'text', nullable: false })
  state!: CandidateState;

  /** Why this person, in the words of whoever nominates; voters read it. */
  @Column({ type: 'text', nullable: false })
  nominationText!: string;

  @Column({ type: 'uuid', nullable: false })
  nominatedByAccountId!: string;

  @Column({ type: 'timestamptz', nullable: false })
  nominatedAt!: Date;

  /** The candidate’s own words; voters read them. */
  @Column({ type: 'text', nullable: true })
  statement!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  refusalText!: string | null;

  /** From 0, fixed when the roll is closed; NOTA comes after the last candidate. */
  @Column({ type: 'integer', nullable: true })
  optionNumber!: number | null;
}
