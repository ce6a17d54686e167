import { ANSWER_KINDS, GRIEVANCE_KINDS, GRIEVANCE_LIFECYCLE, type AnswerKind, type GrievanceKind, type GrievanceState } from '#rounds';
import { BooleanField, DateField, DateTimeField, IdField, IntField, ListField, OneOfField, TextField } from '../http/fields.js';

const STATES = GRIEVANCE_LIFECYCLE.states;

export class OpenGrievanceDto {
  @OneOfField(GRIEVANCE_KINDS) kind!: GrievanceKind;
  @IdField({ optional: true, nullable: true }) roundId?: string | null;
  @IdField({ optional: true, nullable: true, description: 'The line of an order that it is about' }) orderItemId?: string | null;
  @IdField({ optional: true, nullable: true, description: 'For a rehearing: the review' }) previousGrievanceId?: string | null;
  @TextField({ min: 1, max: 10_000, multiline: true }) complaintText!: string;
  @TextField({ max: 2000, multiline: true, optional: true, nullable: true }) requestedRemedy?: string | null;
}

export class GrievanceVersionDto {
  @IntField({ min: 1, description: 'The version last read' }) version!: number;
}

export class ExtendGrievanceDto extends GrievanceVersionDto {
  @TextField({ min: 1, max: 2000, multiline: true, description: 'The person reads it' }) reason!: string;
}

export class AnswerGrievanceDto extends GrievanceVersionDto {
  @OneOfField(ANSWER_KINDS, { description: 'ADVICE for a consultation, the others for a review' }) kind!: AnswerKind;
  @TextField({ min: 1, max: 10_000, multiline: true }) text!: string;
}

export class GrievanceQueryDto {
  @OneOfField(STATES, { optional: true }) state?: GrievanceState;
  @OneOfField(GRIEVANCE_KINDS, { optional: true }) kind?: GrievanceKind;
  @BooleanField({ optional: true }) overdueOnly?: boolean;
}

/** What an auditor may see as well: how a grievance went, not what it says. */
export class GrievanceHeadResponse {
  @IdField() id!: string;
  @IdField() employeeId!: string;
  @TextField() employeeNumber!: string;
  @TextField() name!: string;
  @IdField({ nullable: true }) roundId!: string | null;
  @OneOfField(GRIEVANCE_KINDS) kind!: string;
  @OneOfField(STATES) state!: string;
  @IntField() version!: number;
  @DateField() receivedOn!: string;
  @DateField() dueOn!: string;
  @DateField({ nullable: true }) extendedDueOn!: string | null;
  @BooleanField() overdue!: boolean;
  @OneOfField(ANSWER_KINDS, { nullable: true }) answerKind!: string | null;
  @DateField({ nullable: true }) answeredOn!: string | null;
  @DateField({ nullable: true }) nextStepUntil!: string | null;
}

export class OwnGrievanceResponse {
  @IdField() id!: string;
  @IdField({ nullable: true }) roundId!: string | null;
  @IdField({ nullable: true }) orderItemId!: string | null;
  @IdField({ nullable: true }) previousGrievanceId!: string | null;
  @OneOfField(GRIEVANCE_KINDS) kind!: string;
  @OneOfField(STATES) state!: string;
  @IntField() version!: number;
  @TextField({ max: 10_000, multiline: true }) complaintText!: string;
  @TextField({ max: 2000, multiline: true, nullable: true }) requestedRemedy!: string | null;
  @DateField() receivedOn!: string;
  @DateField({ description: 'The last day for the answer' }) dueOn!: string;
  @DateField({ nullable: true }) extendedDueOn!: string | null;
  @TextField({ max: 2000, multiline: true, nullable: true }) extensionReason!: string | null;
  @OneOfField(ANSWER_KINDS, { nullable: true }) answerKind!: string | null;
  @TextField({ max: 10_000, multiline: true, nullable: true }) answerText!: string | null;
  @DateField({ nullable: true }) answeredOn!: string | null;
  @DateField({ nullable: true, description: 'The last day for asking for a rehearing' }) nextStepUntil!: string | null;
}

export class GrievanceEventResponse {
  @TextField() kind!: string;
  @DateTimeField() occurredAt!: Date;
}

export class GrievanceDetailResponse extends OwnGrievanceResponse {
  @IdField() employeeId!: string;
  @ListField(() => GrievanceEventResponse) events!: GrievanceEventResponse[];
}
