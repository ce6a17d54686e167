import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often a client address or a sign-in name has been tried; see `SignInThrottle`. */
@Entity('sign_in_attempt')
export class SignInAttempt {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  /** SHA-256 of what was tried. */
  @PrimaryColumn({ type: 'bytea' })
  subject!: Buffer;

  @Column({ type: 'integer', nullable: false })
  attempts!: number;

  @Column({ type: 'timestamptz', nullable: false })
  forgottenAt!: Date;
}
