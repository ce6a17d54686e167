import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('placement_run')
export class PlacementRun {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  roundId!: string;

  @Column({ type: 'integer', nullable: false })
  number!: number;

  @Column({ type: 'text', nullable: false })
  label!: string;

  @Column({ type: 'text', nullable: false })
  state!: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED';

  @Column({ type: 'text', nullable: false })
  mechanism!: string;

  @Column({ type: 'text', nullable: false })
  seed!: string;

  @Column({ type: 'jsonb', nullable: false })
  parameters!: object;

  @Column({ type: 'boolean', nullable: false })
  asNoticed!: boolean;

  @Column({ type: 'uuid', nullable: true })
  jobId!: string | null;

  @Column({ type: 'text', nullable: true })
  failureCode!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  failureText!: object | null;

  @Column({ type: 'jsonb', nullable: true })
  input!: object | null;

  @Column({ type: 'text', nullable: true })
  inputHash!: string | null;

  @Column({ type: 'text', nullable: true })
  hash!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  phases!: object | null;

  @Column({ type: 'jsonb', nullable: true })
  metrics!: object | null;

  @Column({ type: 'jsonb', nullable: true })
  certificate!: object | null;

  @Column({ type: 'jsonb', nullable: true })
  violations!: object | null;

  @Column({ type: 'jsonb', nullable: true })
  instance!: object | null;

  @Column({ type: 'jsonb', nullable: true })
  assignment!: object | null;

  @Column({ type: 'double precision', nullable: true })
  solveMs!: number | null;

  @Column({ type: 'timestamptz', nullable: false })
  requestedAt!: Date;

  @Column({ type: 'uuid', nullable: true })
  requestedByAccountId!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  startedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  finishedAt!: Date | null;
}
