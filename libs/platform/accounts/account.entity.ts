import type { Language } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AccountState, CodePurpose } from './account-state.js';
import type { RolePeriod } from './derived-roles.js';

/** Somebody who can sign in: an employee, or an outsider with a role (a mayor, a committee member). */
@Entity('account')
export class Account {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** The employee number, for employees. */
  @Column({ type: 'text', nullable: false })
  signInName!: string;

  @Column({ type: 'uuid', nullable: true })
  employeeId!: string | null;

  @Column({ type: 'text', nullable: true })
  passwordHash!: string | null;

  @Column({ type: 'text', nullable: false })
  state!: AccountState;

  @Column({ type: 'text', nullable: false })
  language!: Language;

  /** What grade and headship give, kept here so that finding a session touches no table of the organisation room. */
  @Column({ type: 'jsonb', nullable: false })
  derivedRoles!: readonly RolePeriod[];

  @Column({ type: 'text', nullable: true })
  codeHash!: string | null;

  @Column({ type: 'text', nullable: true })
  codePurpose!: CodePurpose | null;

  @Column({ type: 'timestamptz', nullable: true })
  codeExpiresAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: false })
  createdAt!: Date;
}
