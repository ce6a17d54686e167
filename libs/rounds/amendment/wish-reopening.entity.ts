import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('wish_reopening')
export class WishReopening {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  roundId!: string;

  @Column({ type: 'uuid', nullable: false })
  employeeId!: string;

  @Column({ type: 'text', nullable: false })
  ground!: 'POST_CHANGED' | 'HARDSHIP';

  @Column({ type: 'uuid', nullable: true })
  postChangeId!: string | null;

  @Column({ type: 'text', nullable: false })
  reason!: string;

  @Column({ type: 'timestamptz', nullable: false })
  openedAt!: Date;

  @Column({ type: 'uuid', nullable: true })
  openedByAccountId!: string | null;

  @Column({ type: 'timestamptz', nullable: false })
  closesAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  usedAt!: Date | null;
}
