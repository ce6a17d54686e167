import type { OpenAPIObject } from '@nestjs/swagger';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Schema = Schemas[string];

const REFERENCE = '#/components/schemas/';

/** `nullable` lifts the type alone: a listed value has to be in the list, `null` too (OpenAPI 3.0.3, Schema Object). */
const withNull = (property: Schema, schemas: Schemas): Schema => {
  if (!('nullable' in property) || property.nullable !== true) return property;
  const { allOf = [], ...own } = property;
  const [only] = allOf;
  const named = allOf.length === 1 && only !== undefined && '$ref' in only ? schemas[only.$ref.slice(REFERENCE.length)] : undefined;
  const listed = property.enum !== undefined ? property : named !== undefined && 'enum' in named && named.enum !== undefined ? { ...named, ...own } : undefined;
  return listed === undefined ? property : { ...listed, enum: [...(listed.enum ?? []), null] };
};

/** The schemas with `null` among the values of every property that takes one of a list or null; a named list is written out there. */
export const letEnumsBeNull = (schemas: Schemas): Schemas =>
  Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      if (!('properties' in schema) || schema.properties === undefined) return [name, schema];
      return [name, { ...schema, properties: Object.fromEntries(Object.entries(schema.properties).map(([key, property]) => [key, withNull(property, schemas)])) }];
    }),
  );
