import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AppointmentType } from './appointment-type.js';

/** A member of staff. `grade` 0 stands outside the grades 4–9; `leftOn` is the first day no longer in service. */
@Entity('employee')
export class Employee {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text', nullable: false })
  employeeNumber!: string;

  @Column({ type: 'text', nullable: false })
  name!: string;

  @Column({ type: 'integer', nullable: false })
  grade!: number;

  @Column({ type: 'text', nullable: false })
  jobSeries!: string;

  @Column({ type: 'text', nullable: false })
  appointmentType!: AppointmentType;

  @Column({ type: 'date', nullable: false })
  hiredOn!: string;

  @Column({ type: 'text', array: true, nullable: false })
  licences!: string[];

  @Column({ type: 'date', nullable: true })
  leftOn!: string | null;
}
