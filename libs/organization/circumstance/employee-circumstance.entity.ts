import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CircumstanceKind } from './circumstance-kind.js';

/** Hardship and protection facts. HR-only: `note` never leaves HR, and an auditor names the case number first. */
@Entity('employee_circumstance')
export class EmployeeCircumstance {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  employeeId!: string;

  @Column({ type: 'text', nullable: false })
  kind!: CircumstanceKind;

  @Column({ type: 'date', nullable: false })
  validFrom!: string;

  @Column({ type: 'date', nullable: true })
  validUntil!: string | null;

  @Column({ type: 'text', nullable: false })
  caseNumber!: string;

  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
