import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Actor } from '../database/actor.js';
import type { JobPayload } from './job.js';
import type { JobState } from './job-state.js';

/** One piece of work put off. The row is the truth in both drivers; a transport carries its id only. */
@Entity({ name: 'job' })
export class Job {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'bigint', nullable: false, generated: 'identity' })
  sequence!: number;

  @Column({ type: 'text', nullable: false })
  type!: string;

  @Column({ type: 'jsonb', nullable: false })
  payload!: JobPayload;

  @Column({ type: 'text', nullable: false })
  state!: JobState;

  @Column({ type: 'timestamptz', nullable: false })
  runAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  retryAt!: Date | null;

  @Column({ type: 'integer', nullable: false })
  attempts!: number;

  @Column({ type: 'integer', nullable: false })
  maxAttempts!: number;

  @Column({ type: 'integer', nullable: false })
  backoffMs!: number;

  @Column({ type: 'text', nullable: true })
  key!: string | null;

  @Column({ type: 'uuid', nullable: true })
  lockedBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  leaseUntil!: Date | null;

  @Column({ type: 'boolean', nullable: false })
  cancelRequested!: boolean;

  @Column({ type: 'real', nullable: false })
  progress!: number;

  @Column({ type: 'text', nullable: true })
  stage!: string | null;

  @Column({ type: 'text', nullable: true })
  lastErrorCode!: string | null;

  @Column({ type: 'jsonb', nullable: false })
  requestedBy!: Actor;

  @Column({ type: 'text', nullable: false })
  requestId!: string;

  @Column({ type: 'timestamptz', nullable: false })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  finishedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  relayedAt!: Date | null;
}

export const JOB_ENTITIES = [Job] as const;
