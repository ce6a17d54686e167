import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AbsenceKind, LeaveType } from './absence-kind.js';

/** Leave (휴직), secondment (파견) or suspension (정직); `absentUntil` is the day of return, exclusive. */
@Entity('employee_absence')
export class EmployeeAbsence {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  employeeId!: string;

  @Column({ type: 'text', nullable: false })
  kind!: AbsenceKind;

  @Column({ type: 'text', nullable: true })
  type!: LeaveType | null;

  @Column({ type: 'text', nullable: true })
  detail!: string | null;

  @Column({ type: 'date', nullable: false })
  absentFrom!: string;

  @Column({ type: 'date', nullable: true })
  absentUntil!: string | null;
}
