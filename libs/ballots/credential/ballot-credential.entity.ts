import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The published list of credentials. It names nobody. */
@Entity('ballot_credential')
export class BallotCredential {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  ballotId!: string;

  /** From 1: the place in the published list. */
  @PrimaryColumn({ type: 'integer' })
  slot!: number;

  @Column({ type: 'text', nullable: false })
  publicKey!: string;
}
