import { BilingualField, BilingualText, DateField, JsonField, OneOfField, TextField } from '../http/fields.js';

const CODE = { min: 1, max: 40 } as const;

export class CriterionValueDto {
  @TextField({ ...CODE, description: 'Code of the criterion' }) code!: string;
  @JsonField({ description: 'In the shape that the criterion shows' }) value!: object;
}

export class SetCriterionDto {
  @JsonField() value!: object;
  @DateField({ description: 'First day on which it applies' }) validFrom!: string;
  @DateField({ optional: true, nullable: true, description: 'First day on which it applies no longer' }) validTo?: string | null;
  @TextField({ min: 1, max: 300 }) legalBasis!: string;
}

export class CriteriaQuery {
  @DateField({ optional: true, description: 'Today without it' }) on?: string;
}

export class CriterionResponse {
  @TextField(CODE) code!: string;
  @OneOfField(['POOL', 'WISH', 'MUST_MOVE', 'SCORE', 'OUTCOME', 'SETTING']) kind!: string;
  @BilingualField() title!: BilingualText;
  @BilingualField() text!: BilingualText;
  @JsonField() value!: object;
  @JsonField({ description: 'The value until the organisation decides otherwise' }) standard!: object;
  @JsonField({ description: 'What can be entered' }) shape!: object;
  @OneOfField(['STANDARD', 'ORGANIZATION', 'ROUND']) source!: string;
  @BilingualField() legalBasis!: BilingualText;
}
