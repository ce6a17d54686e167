import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AuditValue } from './audit-entry.js';

/** Who did what to whom, when, before and after. Rows are only ever added (AuditService) and read. */
@Entity('audit_log')
export class AuditLog {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  /** The transaction that wrote the row: seals follow it, because ids are given before the commit. */
  @Column({ type: 'bigint', nullable: false })
  transactionId!: number;

  /** PostgreSQL's clock. */
  @Column({ type: 'timestamptz', nullable: false })
  at!: Date;

  /** The product's clock, which a demo simulates. */
  @Column({ type: 'timestamptz', nullable: false })
  occurredAt!: Date;

  @Column({ type: 'text', nullable: false })
  actorKind!: 'PERSON' | 'SYSTEM';

  @Column({ type: 'uuid', nullable: true })
  actorAccountId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  actorEmployeeId!: string | null;

  @Column({ type: 'text', nullable: true })
  actorName!: string | null;

  @Column({ type: 'text', nullable: false })
  action!: string;

  @Column({ type: 'text', nullable: false })
  subjectType!: string;

  @Column({ type: 'text', nullable: true })
  subjectId!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  before!: AuditValue;

  @Column({ type: 'jsonb', nullable: true })
  after!: AuditValue;

  @Column({ type: 'text', nullable: false })
  requestId!: string;
}
