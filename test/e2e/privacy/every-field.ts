import type { ApiDocument } from '../../support/made-up-requests.js';
import type { Planter } from './planter.js';

type Operation = ApiDocument['paths'][string][string];
type Schema = NonNullable<NonNullable<Operation['parameters']>[number]['schema']> & { readonly maxLength?: number; readonly minItems?: number; readonly oneOf?: readonly Schema[] };

/** How a free text is sent: as it should be, too long for its field, or as something else than a text. */
const MANNERS = ['valid', 'long', 'misshapen'] as const;
type Manner = (typeof MANNERS)[number];

export interface PlantedRequest {
  readonly operation: string;
  readonly address: string;
  readonly init: RequestInit;
}

const DEEPEST = 6;

const isFreeText = ({ type, format, enum: values }: Schema): boolean => type === 'string' && format !== 'uuid' && format !== 'date' && format !== 'date-time' && values === undefined;

/** Makes requests that carry a mark in every text that the document lets a person write. */
export class EveryField {
  private turn = 0;

  /** @param ids rows that exist, for what asks for an id */
  constructor(private readonly document: ApiDocument, private readonly planter: Planter, private readonly ids: readonly string[]) {}

  *requests(): Generator<PlantedRequest> {
    for (const [path, operations] of Object.entries(this.document.paths)) {
      for (const [method, operation] of Object.entries(operations)) yield* this.requestsTo(method.toUpperCase(), path, operation);
    }
  }

  private *requestsTo(method: string, path: string, operation: Operation): Generator<PlantedRequest> {
    const name = `${method} ${path}`;
    const address = path.replace(/\{\w+\}/g, () => this.nextId());
    const request = (target: string, body?: { readonly type: string; readonly text: string }): PlantedRequest => ({
      operation: name, address: target, init: { method, ...(body && { body: body.text, headers: { 'content-type': body.type } }) },
    });
    const [[type, content] = []] = Object.entries(operation.requestBody?.content ?? {});
    if (type === 'application/json') {
      for (const manner of MANNERS) yield request(address, { type, text: JSON.stringify(this.fill(content?.schema, `${name} body`, manner)) });
      yield request(address, { type, text: `{"broken": "${this.planter.mark(`${name} broken JSON`)}"` });
      yield request(address, { type, text: JSON.stringify({ [this.planter.mark(`${name} unknown name`)]: this.planter.mark(`${name} unknown value`) }) });
    }
    const texts = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
    if (texts.length > 0) {
      for (const manner of MANNERS) {
        const query = texts.map(({ name: key, schema }) => `${key}=${encodeURIComponent(String(this.text(schema ?? {}, `${name} ?${key}`, manner)))}`);
        yield request(`${address}?${query.join('&')}`);
      }
    }
    if (path.includes('{')) yield request(path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(this.planter.mark(`${name} {${key}}`))));
  }

  private nextId(): string {
    this.turn += 1;
    return this.ids[this.turn % this.ids.length] ?? '';
  }

  private text(schema: Schema, field: string, manner: Manner): unknown {
    const mark = this.planter.mark(field);
    if (manner === 'misshapen') return { [mark]: mark };
    return manner === 'long' ? mark.repeat(Math.ceil(((schema.maxLength ?? 20_000) + 1) / mark.length)) : mark;
  }

  private fill(given: Schema | undefined, field: string, manner: Manner, depth = 0): unknown {
    const schema = this.resolve(given);
    if (depth > DEEPEST) return null;
    if (isFreeText(schema)) return this.text(schema, field, manner);
    if (schema.enum) return schema.enum[this.turn++ % schema.enum.length];
    switch (schema.type) {
      case 'array': return [this.fill(schema.items, `${field}[]`, manner, depth + 1)];
      case 'object':
        if (schema.properties === undefined) return { any: this.planter.mark(`${field}.*`) };
        return Object.fromEntries(Object.entries(schema.properties).map(([name, property]) => [name, this.fill(property, `${field}.${name}`, manner, depth + 1)]));
      case 'boolean': return true;
      case 'string': return { uuid: this.nextId(), date: '2026-12-01', 'date-time': '2026-12-20T00:00:00Z' }[schema.format ?? ''];
      default: return schema.minimum ?? 1;
    }
  }

  private resolve(schema: Schema = {}): Schema {
    const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
    if (reference === undefined) return schema;
    const found = this.document.components.schemas[reference.split('/').at(-1) ?? ''];
    if (found === undefined) throw new Error(`The document names a schema that it does not hold: ${reference}`);
    return found;
  }
}
