import { ABSENCE_KINDS, APPOINTMENT_TYPES, LEAVE_TYPES, type AbsenceKind, type AppointmentType, type LeaveType } from '#organization';
import { BooleanField, DateField, IdField, IntField, ListField, ObjectField, OneOfField, TextField } from '../http/fields.js';
import { UnitLabel } from './common.dto.js';
import { PageQuery } from './page.js';
import { HeldPostResponse } from './position.dto.js';

const GRADES = [0, 4, 5, 6, 7, 8, 9] as const;

export class EmployeeQuery extends PageQuery {
  @DateField({ optional: true, description: 'Today without it' }) on?: string;
  @TextField({ optional: true, min: 1, max: 100, description: 'In the name or the employee number' }) text?: string;
  @IdField({ optional: true, description: 'The unit with everything below it' }) unitId?: string;
  @OneOfField(GRADES, { optional: true }) grade?: number;
  @TextField({ optional: true, min: 1, max: 60 }) jobSeries?: string;
  @BooleanField({ optional: true }) absentOnly?: boolean;
  @BooleanField({ optional: true }) displacedOnly?: boolean;
}

/** That somebody is away and until when; the type of leave is for HR and the person alone. */
export class AwayResponse {
  @OneOfField(ABSENCE_KINDS, { name: 'AbsenceKind' }) kind!: AbsenceKind;
  @DateField() absentFrom!: string;
  @DateField({ nullable: true }) absentUntil!: string | null;
}

export class EmployeeResponse {
  @IdField() id!: string;
  @TextField() employeeNumber!: string;
  @TextField() name!: string;
  @IntField({ description: '4–9; 0 = outside the grades' }) grade!: number;
  @TextField() jobSeries!: string;
  @OneOfField(APPOINTMENT_TYPES, { name: 'AppointmentType' }) appointmentType!: AppointmentType;
  @DateField() hiredOn!: string;
  @ListField('text') licences!: string[];
  @DateField({ nullable: true }) leftOn!: string | null;
  @IdField({ nullable: true }) positionId!: string | null;
  @ObjectField(() => HeldPostResponse, { nullable: true }) post!: HeldPostResponse | null;
  @ListField(() => UnitLabel) unitPath!: UnitLabel[];
  @DateField({ nullable: true, description: 'First day in the present post' }) postedOn!: string | null;
  @IntField({ description: 'Whole months in the post, leave and suspension excluded' }) tenureMonths!: number;
  @IntField() excludedDays!: number;
  @BooleanField({ description: 'Serves in a dong, not in the district office' }) inDong!: boolean;
  @ObjectField(() => AwayResponse, { nullable: true }) absence!: AwayResponse | null;
  @IdField({ nullable: true, description: 'The reorganisation that takes the present post away' }) displacedBy!: string | null;
}

export class EmployeePage {
  @IntField() total!: number;
  @ListField(() => EmployeeResponse) items!: EmployeeResponse[];
}

export class AssignmentResponse {
  @IdField() id!: string;
  @IdField() positionId!: string;
  @DateField() startedOn!: string;
  @DateField({ nullable: true, description: 'Exclusive' }) endedOn!: string | null;
  @TextField() cause!: string;
}

export class AbsenceResponse extends AwayResponse {
  @IdField() id!: string;
  @OneOfField(LEAVE_TYPES, { name: 'LeaveType', nullable: true }) type!: LeaveType | null;
  @TextField({ nullable: true }) detail!: string | null;
}

/** A person's own record with everything that tenure is computed from. */
export class OwnEmployeeResponse extends EmployeeResponse {
  @ListField(() => AssignmentResponse) assignments!: AssignmentResponse[];
  @ListField(() => AbsenceResponse) absences!: AbsenceResponse[];
}

export class ChangeEmployeeRequest {
  @TextField({ min: 1, max: 100, optional: true }) name?: string;
  @OneOfField(GRADES, { optional: true }) grade?: number;
  @TextField({ min: 1, max: 60, optional: true }) jobSeries?: string;
  @OneOfField(APPOINTMENT_TYPES, { name: 'AppointmentType', optional: true }) appointmentType?: AppointmentType;
  @DateField({ optional: true }) hiredOn?: string;
  @ListField('text', { max: 20, optional: true }) licences?: string[];
  @DateField({ optional: true, nullable: true, description: 'First day no longer in service' }) leftOn?: string | null;
}

export class CreateAbsenceRequest {
  @OneOfField(ABSENCE_KINDS, { name: 'AbsenceKind' }) kind!: AbsenceKind;
  @OneOfField(LEAVE_TYPES, { name: 'LeaveType', nullable: true }) type!: LeaveType | null;
  @TextField({ min: 1, max: 200, nullable: true, description: 'The institution of a secondment' }) detail!: string | null;
  @DateField() absentFrom!: string;
  @DateField({ nullable: true, description: 'Day of return' }) absentUntil!: string | null;
}

export class ChangeAbsenceRequest {
  @OneOfField(LEAVE_TYPES, { name: 'LeaveType', optional: true, nullable: true }) type?: LeaveType | null;
  @TextField({ min: 1, max: 200, optional: true, nullable: true }) detail?: string | null;
  @DateField({ optional: true }) absentFrom?: string;
  @DateField({ optional: true, nullable: true }) absentUntil?: string | null;
}

export class CorrectAssignmentRequest {
  @IdField({ optional: true }) positionId?: string;
  @DateField({ optional: true }) startedOn?: string;
  @DateField({ optional: true, nullable: true }) endedOn?: string | null;
}
