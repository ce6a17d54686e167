import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Signing keys that the server holds itself: of the board, and of the registrar where credentials are built in. */
@Entity('ballot_key')
export class BallotKey {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  ballotId!: string;

  @PrimaryColumn({ type: 'text' })
  purpose!: 'BOARD' | 'REGISTRAR';

  @Column({ type: 'bytea', nullable: false })
  secret!: Buffer;

  @Column({ type: 'text', nullable: false })
  publicKey!: string;
}
