import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReorganizationKind } from './reorganization-kind.js';

/** A change of the organisation that takes posts away: a merger of dong or the abolition of a unit. */
@Entity('reorganization')
export class Reorganization {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text', nullable: false })
  kind!: ReorganizationKind;

  @Column({ type: 'text', nullable: false })
  name!: string;

  @Column({ type: 'date', nullable: false })
  effectiveOn!: string;

  @Column({ type: 'text', nullable: false })
  reason!: string;

  @Column({ type: 'uuid', nullable: true })
  targetUnitId!: string | null;
}
