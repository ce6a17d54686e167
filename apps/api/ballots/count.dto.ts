import { DECLARED_FAILURES } from '#ballots';
import { DateTimeField, IdField, IntField, JsonField, OneOfField, TextField } from '../http/fields.js';

export class EndorseDto {
  @TextField({ min: 1, max: 64 }) boardHead!: string;
  @TextField({ min: 1, max: 64 }) aggregateHash!: string;
  @IntField({ min: 1 }) counted!: number;
  @TextField({ min: 1, max: 120 }) signature!: string;
}

export class EndorsementResponse {
  @TextField() format!: string;
  @TextField() electionId!: string;
  @TextField() boardHead!: string;
  @TextField() aggregateHash!: string;
  @IntField() counted!: number;
  @IntField() trustee!: number;
  @TextField() signature!: string;
}

export class GiveShareDto {
  @JsonField({ description: 'As the trustee\u2019s tool made and signed it' }) share!: object;
  @TextField({ min: 1, max: 64, optional: true, nullable: true, description: 'Where ties go by lot: the nonce that was committed to' }) lotNonce?: string | null;
}

export class DeclareFailedDto {
  @OneOfField(DECLARED_FAILURES) failure!: (typeof DECLARED_FAILURES)[number];
  @TextField({ min: 1, max: 2000, multiline: true, description: 'Published' }) reason!: string;
}

export class DecideBallotDto {
  @IdField({ nullable: true, description: 'null = nobody is appointed' }) appointedEmployeeId!: string | null;
  @TextField({ min: 1, max: 2000, multiline: true, optional: true, nullable: true, description: 'Published; needed to depart from the result' }) reason?: string | null;
}

export class BallotDecisionResponse {
  @OneOfField(['COUNTERSIGNED', 'DEVIATED']) kind!: string;
  @IdField({ nullable: true }) appointedEmployeeId!: string | null;
  @TextField({ max: 2000, multiline: true, nullable: true }) reason!: string | null;
  @DateTimeField() decidedAt!: Date;
}
