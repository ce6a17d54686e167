import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What intake has committed to. No address and no time stand beside a ballot. */
@Entity('ballot_intake')
export class IntakeRow {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  ballotId!: string;

  /** From 1 without a gap: the only time that is kept. */
  @PrimaryColumn({ type: 'integer' })
  intakeIndex!: number;

  @Column({ type: 'text', nullable: false })
  kind!: 'BALLOT' | 'TEST';

  @Column({ type: 'integer', nullable: false })
  slot!: number;

  @Column({ type: 'integer', nullable: true })
  revision!: number | null;

  @Column({ type: 'text', nullable: true })
  tracker!: string | null;

  @Column({ type: 'text', nullable: false })
  ballotHash!: string;

  /** Canonical JSON of the envelope, or of the test notice. */
  @Column({ type: 'text', nullable: false })
  envelope!: string;

  /** Canonical JSON of the encrypted ballot. */
  @Column({ type: 'text', nullable: true })
  content!: string | null;

  /** As it was signed; sent again for the same envelope. */
  @Column({ type: 'text', nullable: true })
  receipt!: string | null;

  /** Whether it stands on the board. */
  @Column({ type: 'boolean', nullable: false })
  entered!: boolean;
}
