import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One signed-in browser. The token itself is only in its cookie; here is its SHA-256. */
@Entity('session')
export class Session {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'bytea' })
  tokenHash!: Buffer;

  @Column({ type: 'uuid', nullable: false })
  accountId!: string;

  @Column({ type: 'timestamptz', nullable: false })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: false })
  expiresAt!: Date;
}
