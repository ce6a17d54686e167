import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ImportKind } from './import-kind.js';
import type { ImportState } from './import-state.js';

/** One uploaded file between its check and its application. */
@Entity('import_batch')
export class ImportBatch {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text', nullable: false })
  kind!: ImportKind;

  @Column({ type: 'text', nullable: false })
  fileName!: string;

  @Column({ type: 'text', nullable: false })
  contentHash!: string;

  @Column({ type: 'text', nullable: false })
  state!: ImportState;

  @Column({ type: 'text', nullable: false })
  stage!: string;

  @Column({ type: 'double precision', nullable: false })
  progress!: number;

  @Column({ type: 'jsonb', nullable: true })
  rows!: unknown;

  @Column({ type: 'jsonb', nullable: false })
  faults!: unknown;

  @Column({ type: 'integer', nullable: false })
  faultCount!: number;

  @Column({ type: 'jsonb', nullable: false })
  warnings!: unknown;

  @Column({ type: 'integer', nullable: false })
  warningCount!: number;

  @Column({ type: 'integer', nullable: false })
  rowCount!: number;

  @Column({ type: 'integer', nullable: false })
  toAdd!: number;

  @Column({ type: 'integer', nullable: false })
  toChange!: number;

  @Column({ type: 'integer', nullable: false })
  unchanged!: number;

  @Column({ type: 'uuid', nullable: true })
  jobId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  createdBy!: string | null;

  @Column({ type: 'timestamptz', nullable: false })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  appliedAt!: Date | null;
}
