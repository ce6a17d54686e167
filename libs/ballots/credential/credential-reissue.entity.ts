import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A lost credential replaced. The slot and its revisions go on, so that there is no second vote. */
@Entity('ballot_reissue')
export class CredentialReissue {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  ballotId!: string;

  @PrimaryColumn({ type: 'integer' })
  slot!: number;

  /** From 1; the last one holds the key that is good now. */
  @PrimaryColumn({ type: 'integer' })
  sequence!: number;

  @Column({ type: 'text', nullable: false })
  newKey!: string;

  /** Canonical JSON, signed by the registrar, as it is published. */
  @Column({ type: 'text', nullable: false })
  reissue!: string;
}
