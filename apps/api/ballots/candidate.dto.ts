import { CANDIDATE_STATES } from '#ballots';
import { BooleanField, DateTimeField, IdField, IntField, OneOfField, TextField } from '../http/fields.js';

export class NominateDto {
  @IdField() employeeId!: string;
  @TextField({ min: 1, max: 2000, multiline: true, description: 'Why this person; voters read it' }) text!: string;
}

export class AnswerNominationDto {
  @BooleanField() consents!: boolean;
  @TextField({ max: 4000, multiline: true, optional: true, nullable: true, description: 'In one\u2019s own words; voters read it' }) statement?: string | null;
}

export class RefuseCandidateDto {
  @TextField({ min: 1, max: 2000, multiline: true, description: 'The nominee reads it' }) reason!: string;
}

export class CandidateResponse {
  @IdField() id!: string;
  @IdField() ballotId!: string;
  @IdField() employeeId!: string;
  @TextField() name!: string;
  @IntField() grade!: number;
  @TextField() jobSeries!: string;
  @OneOfField(CANDIDATE_STATES) state!: string;
  @TextField({ max: 2000, multiline: true }) nominationText!: string;
  @DateTimeField() nominatedAt!: Date;
  @TextField({ max: 4000, multiline: true, nullable: true }) statement!: string | null;
  @DateTimeField({ nullable: true }) answeredAt!: Date | null;
  @TextField({ max: 2000, multiline: true, nullable: true }) refusalText!: string | null;
  @IntField({ nullable: true, description: 'From 0, fixed when the roll is closed' }) optionNumber!: number | null;
}
