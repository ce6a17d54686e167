import { WISH_REASON_CODES, type WishReasonCode } from '#preferences';
import { DateField, DateTimeField, IdField, IntField, ListField, ObjectField, OneOfField, TextField } from '../http/fields.js';

export class HeadedPostResponse {
  @IdField() id!: string;
  @TextField() code!: string;
  @TextField() duty!: string;
  @TextField({ nullable: true }) dutyEn!: string | null;
  @IdField() unitId!: string;
  @IntField() authorizedHeadcount!: number;
  @IntField() holders!: number;
  @IntField({ description: 'Requests made for this post' }) requests!: number;
}

export class ApplicantsQueryDto {
  @IdField({ description: 'A post of the department one heads' }) positionId!: string;
}

export class PersonResponse {
  @IdField() employeeId!: string;
  @TextField() employeeNumber!: string;
  @TextField() name!: string;
  @IntField() grade!: number;
  @TextField() jobSeries!: string;
}

export class ApplicantPreparationResponse {
  @TextField() what!: string;
  @DateField({ nullable: true }) dueOn!: string | null;
  @DateField({ nullable: true }) doneOn!: string | null;
  @TextField({ nullable: true }) evidenceUrl!: string | null;
  @TextField({ nullable: true }) evidenceNote!: string | null;
  @ListField('date', { description: 'Newest first' }) checkInDays!: string[];
}

/** What a receiving head sees of an applicant: no rank, no text of a reason. */
export class ApplicantResponse {
  @ObjectField(() => PersonResponse) applicant!: PersonResponse;
  @IdField() positionId!: string;
  @OneOfField(WISH_REASON_CODES, { nullable: true }) reasonCode!: WishReasonCode | null;
  @ListField(() => ApplicantPreparationResponse) preparation!: ApplicantPreparationResponse[];
}

export class StaffRequestDto {
  @IdField({ optional: true, nullable: true, description: 'A person; without one the note says what the post needs' }) employeeId?: string | null;
  @TextField({ optional: true, nullable: true, multiline: true, max: 5_000, description: 'At most 500 characters' }) note?: string | null;
}

export class SaveStaffRequestsDto {
  @IntField({ min: 0, description: 'The version last read; 0 when there were none' }) version!: number;
  @ListField(() => StaffRequestDto, { max: 50, description: 'At most ten, the most wanted first' }) requests!: StaffRequestDto[];
}

export class StaffRequestResponse {
  @IdField() id!: string;
  @IntField() requestRank!: number;
  @IdField({ nullable: true }) employeeId!: string | null;
  @TextField({ nullable: true }) employeeNumber!: string | null;
  @TextField({ nullable: true }) employeeName!: string | null;
  @TextField({ nullable: true }) note!: string | null;
}

export class PostRequestsResponse {
  @IdField() positionId!: string;
  @IntField() version!: number;
  @ListField(() => StaffRequestResponse) requests!: StaffRequestResponse[];
}

export class RankedStaffRequestResponse extends StaffRequestResponse {
  @IdField() positionId!: string;
  @IdField() unitId!: string;
  @IdField() requestedByEmployeeId!: string;
  @DateTimeField() updatedAt!: Date;
}
