import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A trustee found their own keys, share and commitments in the specification. */
@Entity('ballot_spec_signature')
export class BallotSpecSignature {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  ballotId!: string;

  @PrimaryColumn({ type: 'integer' })
  trusteeIndex!: number;

  @Column({ type: 'text', nullable: false })
  signature!: string;

  @Column({ type: 'timestamptz', nullable: false })
  signedAt!: Date;
}
