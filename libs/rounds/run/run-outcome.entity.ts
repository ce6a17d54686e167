import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('run_outcome')
export class RunOutcome {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  runId!: string;

  @PrimaryColumn({ type: 'uuid' })
  employeeId!: string;

  @Column({ type: 'text', nullable: false })
  outcome!: 'PLACED' | 'STAYED' | 'UNMET' | 'OUT_OF_WISH' | 'EXCLUDED';

  @Column({ type: 'uuid', nullable: true })
  positionId!: string | null;

  @Column({ type: 'integer', nullable: true })
  obtainedRank!: number | null;

  @Column({ type: 'text', nullable: true })
  phase!: 'DISPLACED' | 'MUST_MOVE' | 'HOLDERS' | 'OPEN' | 'OUT_OF_WISH' | null;

  @Column({ type: 'jsonb', nullable: false })
  explanation!: object;
}
