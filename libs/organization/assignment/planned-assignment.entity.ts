import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlannedAssignmentState } from './planned-assignment-state.js';

/** A posting decided elsewhere that the next personnel orders carry out. */
@Entity('planned_assignment')
export class PlannedAssignment {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  employeeId!: string;

  @Column({ type: 'uuid', nullable: false })
  positionId!: string;

  @Column({ type: 'date', nullable: false })
  effectiveOn!: string;

  @Column({ type: 'text', nullable: false })
  source!: string;

  @Column({ type: 'uuid', nullable: true })
  sourceId!: string | null;

  @Column({ type: 'text', nullable: false })
  state!: PlannedAssignmentState;
}
