import { APPEAL_KINDS, DECISION_LIFECYCLE, VOTER_RECUSAL_TYPES, type AppealInput, type VoterRecusalInput } from '#ballots';
import { BooleanField, DateTimeField, IdField, IntField, OneOfField, TextField } from '../http/fields.js';

export class RollLineResponse {
  @IdField() employeeId!: string;
  @TextField() employeeNumber!: string;
  @TextField() name!: string;
  @IntField() grade!: number;
  @TextField() jobSeries!: string;
}

export class StandingResponse {
  @BooleanField() onRoll!: boolean;
  @OneOfField(['RECUSAL', 'APPEAL'], { nullable: true }) removedFor!: string | null;
}

export class FileAppealDto {
  @OneOfField(APPEAL_KINDS, { description: 'ADD: somebody is missing. REMOVE: somebody stands there wrongly' }) kind!: AppealInput['kind'];
  @IdField({ optional: true, nullable: true, description: 'Left out for oneself' }) subjectEmployeeId?: string | null;
  @TextField({ min: 1, max: 2000, multiline: true }) text!: string;
}

export class DecideDto {
  @BooleanField() upheld!: boolean;
  @TextField({ min: 1, max: 2000, multiline: true }) text!: string;
}

export class AppealResponse {
  @IdField() id!: string;
  @IdField() ballotId!: string;
  @OneOfField(APPEAL_KINDS) kind!: string;
  @IdField() subjectEmployeeId!: string;
  @TextField() subjectName!: string;
  @TextField({ max: 2000, multiline: true }) text!: string;
  @OneOfField(DECISION_LIFECYCLE.states) state!: string;
  @DateTimeField() filedAt!: Date;
  @DateTimeField({ nullable: true }) decidedAt!: Date | null;
  @TextField({ max: 2000, multiline: true, nullable: true }) decisionText!: string | null;
}

export class DeclareVoterRecusalDto {
  @OneOfField(VOTER_RECUSAL_TYPES, { description: 'SELF: I stand aside. CHALLENGE: a candidate asks that a voter take no part. EXCLUSION: a ground of the law' }) type!: VoterRecusalInput['type'];
  @IdField({ optional: true, nullable: true, description: 'Left out for SELF' }) voterEmployeeId?: string | null;
  @TextField({ min: 1, max: 2000, multiline: true }) groundText!: string;
}

export class VoterRecusalResponse {
  @IdField() id!: string;
  @IdField() ballotId!: string;
  @OneOfField(VOTER_RECUSAL_TYPES) type!: string;
  @IdField() voterEmployeeId!: string;
  @TextField() voterName!: string;
  @TextField({ max: 2000, multiline: true }) groundText!: string;
  @OneOfField(DECISION_LIFECYCLE.states) state!: string;
  @DateTimeField() declaredAt!: Date;
  @DateTimeField({ nullable: true }) decidedAt!: Date | null;
  @TextField({ max: 2000, multiline: true, nullable: true }) decisionText!: string | null;
}
