import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('round_notice')
export class RoundNotice {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: true })
  roundId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  employeeId!: string | null;

  @Column({ type: 'text', nullable: false })
  kind!: string;

  @Column({ type: 'jsonb', nullable: false })
  params!: object;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'timestamptz', nullable: false })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  readAt!: Date | null;
}
