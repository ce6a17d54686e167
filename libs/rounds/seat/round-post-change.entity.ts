import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('round_post_change')
export class RoundPostChange {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  roundId!: string;

  @Column({ type: 'uuid', nullable: false })
  positionId!: string;

  @Column({ type: 'text', nullable: false })
  kind!: 'ADDED' | 'CHANGED' | 'WITHDRAWN';

  @Column({ type: 'text', nullable: false })
  reason!: string;

  @Column({ type: 'jsonb', nullable: true })
  factsBefore!: object | null;

  @Column({ type: 'jsonb', nullable: true })
  factsAfter!: object | null;

  @Column({ type: 'integer', nullable: false })
  affectedPeople!: number;

  @Column({ type: 'timestamptz', nullable: false })
  changedAt!: Date;

  @Column({ type: 'uuid', nullable: true })
  changedByAccountId!: string | null;
}
