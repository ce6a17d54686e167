import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('round_wish')
export class RoundWish {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  roundId!: string;

  @PrimaryColumn({ type: 'uuid' })
  employeeId!: string;

  @PrimaryColumn({ type: 'integer' })
  choiceRank!: number;

  @Column({ type: 'uuid', nullable: false })
  positionId!: string;

  @Column({ type: 'text', nullable: false })
  reasonCode!: string;

  @Column({ type: 'text', nullable: true })
  ineligibleCode!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  ineligibleParams!: object | null;

  @Column({ type: 'jsonb', nullable: false })
  warnings!: object;

  @Column({ type: 'integer', nullable: true })
  score!: number | null;

  @Column({ type: 'jsonb', nullable: true })
  scoreParts!: object | null;

  @Column({ type: 'boolean', nullable: false })
  mutual!: boolean;
}
