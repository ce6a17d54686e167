import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many rows intake has committed to. */
@Entity('ballot_intake_counter')
export class IntakeCounter {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  ballotId!: string;

  @Column({ type: 'integer', nullable: false })
  taken!: number;
}
