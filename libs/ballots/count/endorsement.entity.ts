import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A trustee’s word that this is the sum to be decrypted. Two different ones end the ballot. */
@Entity('ballot_endorsement')
export class BallotEndorsement {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  ballotId!: string;

  @PrimaryColumn({ type: 'text' })
  signature!: string;

  @Column({ type: 'integer', nullable: false })
  trusteeIndex!: number;

  /** Canonical JSON, as it is published. */
  @Column({ type: 'text', nullable: false })
  endorsement!: string;
}
