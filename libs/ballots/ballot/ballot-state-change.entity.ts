import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('ballot_state_change')
export class BallotStateChange {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  ballotId!: string;

  @Column({ type: 'text', nullable: true })
  fromState!: string | null;

  @Column({ type: 'text', nullable: false })
  toState!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'timestamptz', nullable: false })
  occurredAt!: Date;

  @Column({ type: 'uuid', nullable: true })
  actorAccountId!: string | null;

  @Column({ type: 'text', nullable: true })
  actorName!: string | null;
}
