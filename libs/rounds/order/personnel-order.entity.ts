import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('personnel_order')
export class PersonnelOrder {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: true })
  roundId!: string | null;

  @Column({ type: 'text', nullable: false })
  number!: string;

  @Column({ type: 'text', nullable: false })
  kind!: 'ORIGINAL' | 'CORRECTION';

  @Column({ type: 'uuid', nullable: true })
  correctsOrderId!: string | null;

  @Column({ type: 'text', nullable: false })
  state!: 'DRAFT' | 'ISSUED';

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'date', nullable: true })
  issuedOn!: string | null;

  @Column({ type: 'date', nullable: false })
  effectiveOn!: string;

  @Column({ type: 'timestamptz', nullable: true })
  issuedAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  issuedByAccountId!: string | null;

  @Column({ type: 'timestamptz', nullable: false })
  createdAt!: Date;
}
