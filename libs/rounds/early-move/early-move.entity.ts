import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('early_move')
export class EarlyMove {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  roundId!: string;

  @Column({ type: 'uuid', nullable: false })
  employeeId!: string;

  @Column({ type: 'integer', nullable: false })
  year!: number;

  @Column({ type: 'text', nullable: false })
  groundCode!: string;

  /** For a discretionary move beyond the yearly cap. */
  @Column({ type: 'text', nullable: true })
  committeeResolution!: string | null;

  @Column({ type: 'uuid', nullable: true })
  waiverId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  overrideId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  orderItemId!: string | null;

  @Column({ type: 'text', nullable: false })
  state!: 'PROPOSED' | 'EFFECTED' | 'WITHDRAWN';

  @Column({ type: 'timestamptz', nullable: false })
  recordedAt!: Date;
}
