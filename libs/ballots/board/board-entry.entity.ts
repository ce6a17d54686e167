import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One link of the public chain. */
@Entity('ballot_board_entry')
export class BoardEntry {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  ballotId!: string;

  @PrimaryColumn({ type: 'integer' })
  entryIndex!: number;

  @Column({ type: 'text', nullable: false })
  previousHash!: string;

  @Column({ type: 'text', nullable: false })
  hash!: string;

  @Column({ type: 'integer', nullable: true })
  intakeIndex!: number | null;

  /** Canonical JSON, as it is published. */
  @Column({ type: 'text', nullable: false })
  entry!: string;
}
