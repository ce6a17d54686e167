import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { UnitType } from './unit-type.js';

/** One stretch of time in which a unit bore one name under one parent; `validTo` is exclusive, null = still so. */
@Entity('org_unit_version')
export class OrgUnitVersion {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  unitId!: string;

  @Column({ type: 'text', nullable: false })
  name!: string;

  @Column({ type: 'text', nullable: true })
  nameEn!: string | null;

  @Column({ type: 'text', nullable: false })
  type!: UnitType;

  @Column({ type: 'uuid', nullable: true })
  parentId!: string | null;

  @Column({ type: 'date', nullable: false })
  validFrom!: string;

  @Column({ type: 'date', nullable: true })
  validTo!: string | null;
}
