/** What a declared field lets through, so that a response holds the declared fields and nothing else. */
export type FieldShape = 'scalar' | 'json' | 'dateTime' | (() => abstract new () => object);

export interface Field {
  readonly name: string;
  readonly shape: FieldShape;
  readonly list: boolean;
}

const fieldsOf = new WeakMap<object, Field[]>();

export const declareField = (prototype: object, field: Field): void => {
  const own = fieldsOf.get(prototype) ?? [];
  fieldsOf.set(prototype, [...own.filter(({ name }) => name !== field.name), field]);
};

/** The declared fields of a class and of what it extends. */
export const declaredFields = (type: abstract new () => object): readonly Field[] => {
  const fields: Field[] = [];
  for (let prototype: object | null = type.prototype as object; prototype; prototype = Object.getPrototypeOf(prototype) as object | null) {
    fields.push(...(fieldsOf.get(prototype) ?? []));
  }
  return fields;
};

type Serializer = (value: Readonly<Record<string, unknown>>) => Record<string, unknown>;
const serializers = new WeakMap<object, Serializer>();

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const serializeOne = (shape: FieldShape, value: unknown): unknown => {
  if (value === null || value === undefined) return value;
  if (shape === 'dateTime') return value instanceof Date ? value.toISOString() : value;
  if (shape === 'scalar') return isObject(value) && !(value instanceof Date) ? undefined : value;
  if (shape === 'json') return value;
  return isObject(value) ? serializerFor(shape())(value) : undefined;
};

/** A function that copies the declared fields of `type`, and only those, out of a service's result. */
export const serializerFor = (type: abstract new () => object): Serializer => {
  const known = serializers.get(type);
  if (known) return known;
  const fields = declaredFields(type);
  if (fields.length === 0) throw new Error(`${type.name} declares no response fields`);
  const serializer: Serializer = (value) => {
    const out: Record<string, unknown> = {};
    for (const { name, shape, list } of fields) {
      const given = value[name];
      out[name] = list && Array.isArray(given) ? given.map((item: unknown) => serializeOne(shape, item)) : serializeOne(shape, given);
    }
    return out;
  };
  serializers.set(type, serializer);
  return serializer;
};
