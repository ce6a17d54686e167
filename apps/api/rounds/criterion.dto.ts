import { BilingualField, BilingualText, DateField, JsonField, OneOfField, TextField } from '../http/fields.js';

const CODE = { min: 1, max: 40 } as const;

const kind = (type: string, properties: Readonly<Record<string, object>> = {}): object => ({
  type: 'object', required: ['type', ...Object.keys(properties)], properties: { type: { type: 'string', enum: [type] }, ...properties },
});
const WHOLE_NUMBER = { type: 'integer' };
const VALUES = { type: 'array', items: { oneOf: [{ type: 'string' }, { type: 'integer' }] } };

/** A value is a record of such fields: a whole number, yes or no, one of a list, several of a list, a list of records. */
const SHAPE = {
  required: ['type', 'fields'],
  properties: {
    type: { type: 'string', enum: ['record'] },
    fields: {
      type: 'object',
      additionalProperties: {
        oneOf: [kind('whole', { min: WHOLE_NUMBER, max: WHOLE_NUMBER }), kind('yesNo'), kind('text', { min: WHOLE_NUMBER, max: WHOLE_NUMBER }), kind('choice', { values: VALUES }), kind('choices', { values: VALUES }), kind('list', { item: { type: 'object', required: ['type'] }, min: WHOLE_NUMBER, max: WHOLE_NUMBER })],
      },
    },
  },
};

export class CriterionValueDto {
  @TextField({ ...CODE, description: 'Code of the criterion' }) code!: string;
  @JsonField({ description: 'In the shape that the criterion shows' }) value!: object;
}

export class SetCriterionDto {
  @JsonField() value!: object;
  @DateField({ description: 'First day on which it applies' }) validFrom!: string;
  @DateField({ optional: true, nullable: true, description: 'First day on which it applies no longer' }) validTo?: string | null;
  @BilingualField() legalBasis!: BilingualText;
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
  @JsonField({ schema: SHAPE, description: 'What can be entered' }) shape!: object;
  @OneOfField(['STANDARD', 'ORGANIZATION', 'ROUND']) source!: string;
  @BilingualField() legalBasis!: BilingualText;
}
