import { RECUSAL_LIFECYCLE, RECUSAL_TYPES, type RecusalType } from '#rounds';
import { BooleanField, DateTimeField, IdField, ListField, OneOfField, TextField } from '../http/fields.js';

export class DeclareRecusalDto {
  @OneOfField(RECUSAL_TYPES, { description: 'SELF: I stand aside. CHALLENGE: I ask that somebody does not decide about me. EXCLUSION: a ground of the law' }) type!: RecusalType;
  @IdField({ optional: true, nullable: true, description: 'Whose decision is at issue; left out for SELF' }) officerAccountId?: string | null;
  @IdField({ optional: true, nullable: true, description: 'About whom; without anybody the whole round. CHALLENGE is always about oneself' }) subjectEmployeeId?: string | null;
  @TextField({ min: 1, max: 2000, multiline: true }) groundText!: string;
}

export class DecideRecusalDto {
  @BooleanField() upheld!: boolean;
  @TextField({ min: 1, max: 2000, multiline: true }) text!: string;
}

export class RecusalResponse {
  @IdField() id!: string;
  @IdField() roundId!: string;
  @OneOfField(RECUSAL_TYPES) type!: string;
  @IdField() officerAccountId!: string;
  @TextField() officerName!: string;
  @IdField({ nullable: true }) subjectEmployeeId!: string | null;
  @TextField({ nullable: true }) subjectName!: string | null;
  @TextField({ max: 2000, multiline: true }) groundText!: string;
  @OneOfField(RECUSAL_LIFECYCLE.states) state!: string;
  @DateTimeField() declaredAt!: Date;
  @DateTimeField({ nullable: true }) decidedAt!: Date | null;
  @TextField({ max: 2000, multiline: true, nullable: true }) decisionText!: string | null;
}

export class OfficerResponse {
  @IdField() accountId!: string;
  @TextField() name!: string;
  @ListField('text') roles!: string[];
}
