import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('round_seat')
export class RoundSeat {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  roundId!: string;

  @PrimaryColumn({ type: 'uuid' })
  positionId!: string;

  @Column({ type: 'text', nullable: false })
  state!: 'OPEN' | 'FROZEN' | 'WITHDRAWN';

  @Column({ type: 'text', nullable: true })
  freezeReason!: string | null;

  @Column({ type: 'date', nullable: true })
  frozenUntil!: string | null;

  @Column({ type: 'integer', nullable: false })
  authorizedHeadcount!: number;

  @Column({ type: 'integer', nullable: true })
  capacity!: number | null;

  @Column({ type: 'integer', nullable: true })
  heldByOutsiders!: number | null;

  @Column({ type: 'integer', nullable: true })
  vacancies!: number | null;

  @Column({ type: 'jsonb', nullable: false })
  facts!: object;
}
