import { createHash } from 'node:crypto';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
}
interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly schema?: Schema;
}
interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Chance that repeats: the same seed sends the same requests. */
export const chance = (seed: string): (() => number) => {
  let counter = 0;
  return () => createHash('sha256').update(`${seed}/${counter++}`).digest().readUInt32BE() / 2 ** 32;
};

const NASTY: readonly unknown[] = [
  null, '', ' ', 0, -1, 1e308, 2147483648, true, [], {}, [[]], 'ㄱ'.repeat(3000), '\u0000', '😀\ud800', "'; DROP TABLE employee; --", '{{7*7}}', '../../etc/passwd',
  '2026-02-30', '0000-00-00', '9999-12-31T25:00:00Z', '00000000-0000-0000-0000-000000000000', { toString: 'x' }, '__proto__', 'NaN', '%', '가나다', '-1', '1e9',
];

const makeValues = (document: ApiDocument, random: () => number, ids: readonly string[]) => {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const named = (reference: string): Schema => {
    const schema = document.components.schemas[reference.replace('#/components/schemas/', '')];
    if (schema === undefined) throw new Error(`The document names a schema that it does not hold: ${reference}`);
    return schema;
  };
  const value = (schema: Schema | undefined, depth = 0): unknown => {
    if (!schema || depth > 6 || random() < 0.08) return pick(NASTY);
    if (schema.$ref) return value(named(schema.$ref), depth + 1);
    if (schema.allOf) return value(schema.allOf[0], depth + 1);
    if (schema.enum) return pick(schema.enum);
    switch (schema.type) {
      case 'object': {
        const entries = Object.entries(schema.properties ?? {}).filter(([name]) => schema.required?.includes(name) || random() < 0.6);
        return Object.fromEntries([...entries.map(([name, property]) => [name, value(property, depth + 1)]), ...(random() < 0.05 ? [['unexpected', 1]] : [])]);
      }
      case 'array': return Array.from({ length: Math.floor(random() * 4) }, () => value(schema.items, depth + 1));
      case 'integer': return Math.floor((schema.minimum ?? 0) + random() * Math.min(1000, (schema.maximum ?? 1000) - (schema.minimum ?? 0) + 1));
      case 'number': return random() * 100;
      case 'boolean': return random() < 0.5;
      default:
        if (schema.format === 'uuid') return pick(ids);
        if (schema.format === 'date') return `20${10 + Math.floor(random() * 30)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`;
        if (schema.format === 'date-time') return `20${10 + Math.floor(random() * 30)}-0${1 + Math.floor(random() * 9)}-15T0${Math.floor(random() * 10)}:00:00+09:00`;
        return pick(['행정지원과 예산 담당', '가', 'A1', '인사위원회 2026-12', 'DEPARTMENT', '1']);
    }
  };
  return { value, pick };
};

/** One request made up from the document: valid in shape more often than not, nasty now and then. */
export interface MadeUpRequest {
  readonly method: string;
  readonly path: string;
  readonly address: string;
  readonly init: RequestInit;
}

/** @param ids row ids that stand where the document asks for one */
export function* madeUpRequests(document: ApiDocument, seed: string, ids: readonly string[], tries: number): Generator<MadeUpRequest> {
  const random = chance(seed);
  const { value, pick } = makeValues(document, random, ids);
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      for (let attempt = 0; attempt < tries; attempt++) {
        const address = path.replace(/\{(\w+)\}/g, () => encodeURIComponent(String(random() < 0.8 ? pick(ids) : pick(['x', '가', '%00', '..']))));
        const query = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query' && random() < 0.5)
          .map(({ name, schema }) => [name, value(schema)].map((part) => encodeURIComponent(typeof part === 'string' ? part.toWellFormed() : JSON.stringify(part))).join('='));
        const [type, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
        const body = type === undefined ? undefined : type === 'multipart/form-data' ? 'not a form' : JSON.stringify(value(content?.schema));
        yield {
          method, path, address: `${address}${query.length > 0 ? `?${query.join('&')}` : ''}`,
          init: { method: method.toUpperCase(), ...(body !== undefined && { body, headers: { 'content-type': type ?? 'application/json' } }) },
        };
      }
    }
  }
}
