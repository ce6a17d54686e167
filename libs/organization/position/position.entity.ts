import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Headship } from './headship.js';

/** A post (직위): a duty in a unit with an authorised headcount (정원). Vacancy and surplus are computed, never kept. */
@Entity('position')
export class Position {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text', nullable: false })
  code!: string;

  @Column({ type: 'uuid', nullable: false })
  unitId!: string;

  @Column({ type: 'text', nullable: false })
  duty!: string;

  @Column({ type: 'text', nullable: true })
  dutyEn!: string | null;

  @Column({ type: 'text', nullable: true })
  description!: string | null;

  @Column({ type: 'integer', nullable: false })
  authorizedHeadcount!: number;

  @Column({ type: 'integer', nullable: false })
  highestGrade!: number;

  @Column({ type: 'integer', nullable: false })
  lowestGrade!: number;

  @Column({ type: 'text', array: true, nullable: false })
  jobSeries!: string[];

  @Column({ type: 'text', array: true, nullable: false })
  requiredLicences!: string[];

  @Column({ type: 'text', nullable: true })
  headship!: Headship | null;

  @Column({ type: 'boolean', nullable: false })
  heavyWorkload!: boolean;

  @Column({ type: 'boolean', nullable: false })
  specialist!: boolean;

  @Column({ type: 'integer', nullable: true })
  specialistTenureMonths!: number | null;

  @Column({ type: 'text', nullable: true })
  protectionReason!: string | null;

  @Column({ type: 'date', nullable: true })
  protectedUntil!: string | null;

  @Column({ type: 'date', nullable: false })
  validFrom!: string;

  @Column({ type: 'date', nullable: true })
  validTo!: string | null;

  @Column({ type: 'integer', nullable: false })
  version!: number;
}
