import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsDefined, IsIn, IsInt, IsNumber, IsString, Length, Matches, Max, Min,
  ValidateIf, ValidateNested, type ValidationOptions, ValidateBy,
} from 'class-validator';
import type { MessageParams } from '#contracts';
import { UUID_PATTERN } from '#platform';
import { declareField, type FieldShape } from './field-metadata.js';

export interface FieldOptions {
  readonly optional?: boolean;
  readonly nullable?: boolean;
  readonly description?: string;
  readonly example?: unknown;
}

/** Classes that may be declared later. The document's maker knows such a function by its name alone, which has to be `type`. */
type ClassRef = () => abstract new () => object;

const says = (code: string, params: MessageParams = {}): ValidationOptions => ({ context: { code, params } });
const eachSays = (code: string, params: MessageParams = {}): ValidationOptions => ({ each: true, context: { code, params } });

/** One decorator of ours = presence + validators + OpenAPI + the response allow-list. */
const field = (options: FieldOptions, shape: FieldShape, list: boolean, api: ApiPropertyOptions, validators: readonly PropertyDecorator[]): PropertyDecorator =>
  (target, key) => {
    const { optional = false, nullable = false, description, example } = options;
    declareField(target, { name: String(key), shape, list });
    ApiProperty({
      // `required` of an object names its members; whether the field itself is required has another name then.
      required: !optional, selfRequired: !optional, ...api, ...(nullable && { nullable }), ...(description !== undefined && { description }), ...(example !== undefined && { example }),
    } as ApiPropertyOptions)(target, key);
    ValidateIf((_, value: unknown) => !(optional && value === undefined) && !(nullable && value === null))(target, key);
    IsDefined(says('validation.required'))(target, key);
    for (const validator of validators) validator(target, key);
  };

// Line breaks and tabs pass in multi-line text; other control characters never (PostgreSQL refuses U+0000).
const MULTI_LINE = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/;
const SINGLE_LINE = /^[^\u0000-\u001f\u007f\u2028\u2029]*$/;

/** Text as NFC (some systems type Hangul decomposed), trimmed. Length in UTF-16 units. */
export const TextField = (options: FieldOptions & { min?: number; max?: number; multiline?: boolean } = {}): PropertyDecorator => {
  const { min = 0, max = 200, multiline = false } = options;
  return field(options, 'scalar', false, { type: String, minLength: min, maxLength: max }, [
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.normalize('NFC').trim() : value)),
    Matches(multiline ? MULTI_LINE : SINGLE_LINE, says('validation.controlCharacter')),
    Length(min, max, says('validation.length', { min, max })),
    IsString(says('validation.text')),
  ]);
};

/** A secret: taken exactly as typed, never trimmed. */
export const SecretField = (options: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator => {
  const { min = 1, max = 200 } = options;
  return field(options, 'scalar', false, { type: String, format: 'password', minLength: min, maxLength: max }, [
    Length(min, max, says('validation.length', { min, max })),
    IsString(says('validation.text')),
  ]);
};

const asNumber = Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value));

export const IntField = (options: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator => {
  const { min = -2147483648, max = 2147483647 } = options;
  return field(options, 'scalar', false, { type: 'integer', minimum: min, maximum: max }, [
    asNumber,
    Max(max, says('validation.range', { min, max })),
    Min(min, says('validation.range', { min, max })),
    IsInt(says('validation.integer')),
  ]);
};

export const NumberField = (options: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator => {
  const { min = -1e15, max = 1e15 } = options;
  return field(options, 'scalar', false, { type: 'number', minimum: min, maximum: max }, [
    asNumber,
    Max(max, says('validation.range', { min, max })),
    Min(min, says('validation.range', { min, max })),
    IsNumber({ allowNaN: false, allowInfinity: false }, says('validation.range', { min, max })),
  ]);
};

export const BooleanField = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, 'scalar', false, { type: Boolean }, [
    Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)),
    IsBoolean(says('validation.boolean')),
  ]);

export const IdField = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, 'scalar', false, { type: String, format: 'uuid' }, [Matches(UUID_PATTERN, says('validation.uuid'))]);

/** Whether the text is a date that exists, written YYYY-MM-DD, in the years 1900–2199. */
export const isCivilDate = (value: unknown): boolean => {
  if (typeof value !== 'string' || !/^(19|20|21)\d\d-\d\d-\d\d$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
};

/** The message is never shown, but without one class-validator forgets the context as well, and with it the code of the fault. */
const checks = (name: string, validate: (value: unknown) => boolean, options: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name, validator: { validate, defaultMessage: () => name } }, options);

export const DateField = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, 'scalar', false, { type: String, format: 'date' }, [checks('isCivilDate', isCivilDate, says('validation.date'))]);

const MOMENT = /^((?:19|20|21)\d\d-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
const isMoment = (value: unknown): boolean => typeof value === 'string' && isCivilDate(MOMENT.exec(value)?.[1]);

/** An ISO 8601 moment with a time zone. Arrives as text; goes out as text. */
export const DateTimeField = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, 'dateTime', false, { type: String, format: 'date-time' }, [checks('isMoment', isMoment, says('validation.dateTime'))]);

export const OneOfField = (values: readonly (string | number)[], options: FieldOptions & { name?: string } = {}): PropertyDecorator =>
  field(options, 'scalar', false, { enum: [...values], ...(options.name !== undefined && { enumName: options.name }) } as ApiPropertyOptions, [
    ...(values.every((value) => typeof value === 'number') ? [asNumber] : []),
    IsIn([...values], says('validation.oneOf', { values: values.join(', ') })),
  ]);

export const ObjectField = (type: ClassRef, options: FieldOptions = {}): PropertyDecorator =>
  field(options, type, false, { type: () => type() } as ApiPropertyOptions, [
    Type(type as () => new () => object),
    ValidateNested(says('validation.type', { expected: 'object' })),
  ]);

const SCALARS = {
  text: { api: { type: 'string' }, check: (value: unknown) => typeof value === 'string' && value.length <= 500 && MULTI_LINE.test(value), code: 'validation.text' },
  int: { api: { type: 'integer' }, check: (value: unknown) => Number.isSafeInteger(value), code: 'validation.integer' },
  number: { api: { type: 'number' }, check: (value: unknown) => typeof value === 'number' && Number.isFinite(value), code: 'validation.integer' },
  boolean: { api: { type: 'boolean' }, check: (value: unknown) => typeof value === 'boolean', code: 'validation.boolean' },
  id: { api: { type: 'string', format: 'uuid' }, check: (value: unknown) => typeof value === 'string' && UUID_PATTERN.test(value), code: 'validation.uuid' },
  date: { api: { type: 'string', format: 'date' }, check: isCivilDate, code: 'validation.date' },
} as const;

type ItemType = keyof typeof SCALARS | readonly string[] | ClassRef;

/** A list of objects (`() => Class`), of scalars (`'id'`, `'text'`, …) or of listed values (`['A', 'B']`). */
export const ListField = (item: ItemType, options: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator => {
  const { min = 0, max = 10_000 } = options;
  const size = says('validation.listSize', { min, max });
  const common = [ArrayMaxSize(max, size), ArrayMinSize(min, size), IsArray(says('validation.list'))];
  if (typeof item === 'function') {
    return field(options, item, true, { type: () => item(), isArray: true, minItems: min, maxItems: max } as ApiPropertyOptions, [
      Type(item as () => new () => object),
      ValidateNested(eachSays('validation.type', { expected: 'object' })),
      ...common,
    ]);
  }
  // A single query value arrives as a plain string.
  const wrap = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value));
  if (typeof item !== 'string') {
    return field(options, 'scalar', true, { type: 'array', items: { type: 'string', enum: [...item] }, minItems: min, maxItems: max } as ApiPropertyOptions, [
      wrap, IsIn([...item], eachSays('validation.oneOf', { values: item.join(', ') })), ...common,
    ]);
  }
  const { api, check, code } = SCALARS[item];
  return field(options, 'scalar', true, { type: 'array', items: api, minItems: min, maxItems: max } as ApiPropertyOptions, [
    wrap, checks(`${item}Items`, check, eachSays(code)), ...common,
  ]);
};

/** JSON that passes as it is, for documents whose form the data decides, such as the values of criteria; `schema` says in OpenAPI what is known of it. */
export const JsonField = ({ schema, ...options }: FieldOptions & { schema?: object } = {}): PropertyDecorator =>
  field(options, 'json', false, { type: 'object', ...(schema ?? { additionalProperties: true }) } as ApiPropertyOptions, []);

export class BilingualText {
  @TextField({ max: 20_000, multiline: true }) ko!: string;
  @TextField({ max: 20_000, multiline: true }) en!: string;
}

/** `{ko, en}` */
export const BilingualField = (options: FieldOptions = {}): PropertyDecorator => ObjectField(() => BilingualText, options);
