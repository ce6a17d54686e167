import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whose credential it is; kept apart from the board, and needed to know that a session owns what it casts with. */
@Entity('ballot_credential_holder')
export class CredentialHolder {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  ballotId!: string;

  @PrimaryColumn({ type: 'uuid' })
  employeeId!: string;

  @Column({ type: 'integer', nullable: false })
  slot!: number;

  /** Only where credentials are built in: what the voter’s browser receives. */
  @Column({ type: 'text', nullable: true })
  secret!: string | null;
}
