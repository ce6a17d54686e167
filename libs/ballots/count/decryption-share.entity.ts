import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A trustee’s share of the decryption of the sum; of a single ballot there is none. */
@Entity('ballot_share')
export class BallotShare {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  ballotId!: string;

  @PrimaryColumn({ type: 'integer' })
  trusteeIndex!: number;

  @Column({ type: 'text', nullable: false })
  state!: 'PENDING' | 'VALID' | 'REFUSED';

  /** Why it was refused. */
  @Column({ type: 'text', nullable: true })
  fault!: string | null;

  /** Canonical JSON. */
  @Column({ type: 'text', nullable: false })
  share!: string;

  @Column({ type: 'text', nullable: true })
  lotNonce!: string | null;
}
