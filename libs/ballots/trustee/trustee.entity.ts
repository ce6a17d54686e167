import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Holds a share of the key of one ballot. Secrets never come here. */
@Entity('ballot_trustee')
export class BallotTrustee {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  ballotId!: string;

  /** From 1, as in the protocol. */
  @Column({ type: 'integer', nullable: false })
  trusteeIndex!: number;

  @Column({ type: 'uuid', nullable: false })
  accountId!: string;

  /** As the specification names the trustee, with the office. */
  @Column({ type: 'text', nullable: false })
  name!: string;

  @Column({ type: 'text', nullable: true })
  signingKey!: string | null;

  @Column({ type: 'text', nullable: true })
  encryptionKey!: string | null;

  /** To a nonce that is kept back, where ties go by lot. */
  @Column({ type: 'text', nullable: true })
  lotCommitment!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  keysAt!: Date | null;
}
