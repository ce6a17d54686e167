import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KeygenKind } from './keygen-kind.js';

/** One word of the key generation. The server is only the board on which trustees leave them. */
@Entity('ballot_keygen_message')
export class KeygenMessage {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  ballotId!: string;

  @PrimaryColumn({ type: 'integer' })
  trusteeIndex!: number;

  @PrimaryColumn({ type: 'text' })
  kind!: KeygenKind;

  /** Signed by the trustee; public, shares in it are encrypted. */
  @Column({ type: 'jsonb', nullable: false })
  message!: object;

  @Column({ type: 'timestamptz', nullable: false })
  postedAt!: Date;
}
