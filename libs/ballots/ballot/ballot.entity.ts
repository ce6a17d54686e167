import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { GroupName } from '#ballot-box';
import type { TieRule } from '#tally';
import type { BallotMethod } from './ballot-method.js';
import type { BallotState } from './ballot-state.js';
import type { CredentialMode } from './ballot-input.js';

@Entity('ballot')
export class Ballot {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  /** Random; the `ballotId` of the protocol. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text', nullable: false })
  name!: string;

  /** The post whose holder is chosen. */
  @Column({ type: 'uuid', nullable: false })
  positionId!: string;

  /** When the appointment would take effect. */
  @Column({ type: 'date', nullable: false })
  effectiveOn!: string;

  @Column({ type: 'text', nullable: false })
  state!: BallotState;

  @Column({ type: 'integer', nullable: false })
  version!: number;

  /** null until the roll is closed: the default by the number of options. */
  @Column({ type: 'text', nullable: true })
  method!: BallotMethod | null;

  @Column({ type: 'boolean', nullable: false })
  tiesAllowed!: boolean;

  @Column({ type: 'text', nullable: false })
  tieRule!: TieRule;

  @Column({ type: 'integer', nullable: false })
  quorum!: number;

  @Column({ type: 'integer', nullable: false })
  minimumCast!: number;

  @Column({ type: 'timestamptz', nullable: false })
  nominationsUntil!: Date;

  @Column({ type: 'timestamptz', nullable: false })
  appealsUntil!: Date;

  @Column({ type: 'timestamptz', nullable: false })
  opensAt!: Date;

  @Column({ type: 'timestamptz', nullable: false })
  closesAt!: Date;

  @Column({ type: 'integer', nullable: false })
  checkingSeconds!: number;

  @Column({ type: 'text', nullable: false })
  credentialMode!: CredentialMode;

  @Column({ type: 'text', nullable: false })
  cryptoGroup!: GroupName;

  /** How many trustees decrypt (k). */
  @Column({ type: 'integer', nullable: false })
  threshold!: number;

  @Column({ type: 'uuid', nullable: true })
  replacesBallotId!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  rollClosedAt!: Date | null;

  @Column({ type: 'integer', nullable: true })
  rollSize!: number | null;

  @Column({ type: 'text', nullable: true })
  rollHash!: string | null;

  /** Keeps the published hash of the roll from being tried with guessed names. */
  @Column({ type: 'text', nullable: true })
  rollSalt!: string | null;

  @Column({ type: 'text', nullable: true })
  registrarKey!: string | null;

  /** Over the roll's and the credential list's hashes. */
  @Column({ type: 'text', nullable: true })
  registrarSignature!: string | null;

  /** Canonical JSON; nothing in it changes once it stands here. */
  @Column({ type: 'text', nullable: true })
  specification!: string | null;

  /** SHA-256 of the specification. */
  @Column({ type: 'text', nullable: true })
  electionId!: string | null;

  /** Canonical JSON of the signed close of the board; null until every intake row stands there. */
  @Column({ type: 'text', nullable: true })
  closeRecord!: string | null;

  /** Canonical JSON of what the ballot came to. */
  @Column({ type: 'text', nullable: true })
  result!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  firstEndorsedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: false })
  createdAt!: Date;

  @Column({ type: 'uuid', nullable: true })
  createdByAccountId!: string | null;
}
