import type { Fault } from '#contracts';

/** What a criterion's value looks like: reads stored or typed-in JSON and names every fault. */
export interface Shape<V> {
  /** Adds faults under `path`; the value returned is meaningless when there are any. */
  read(value: unknown, path: string, faults: Fault[]): V;
  /** For screens: what can be entered. */
  readonly describe: ShapeDescription;
}

export type ShapeDescription =
  | { readonly type: 'whole'; readonly min: number; readonly max: number }
  | { readonly type: 'yesNo' }
  | { readonly type: 'text'; readonly min: number; readonly max: number }
  | { readonly type: 'choice' | 'choices'; readonly values: readonly (string | number)[] }
  | { readonly type: 'record'; readonly fields: Readonly<Record<string, ShapeDescription>> }
  | { readonly type: 'list'; readonly item: ShapeDescription; readonly min: number; readonly max: number };

export const whole = (min: number, max: number): Shape<number> => ({
  describe: { type: 'whole', min, max },
  read(value, path, faults) {
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
    faults.push(Number.isInteger(value) ? { path, code: 'validation.range', params: { min, max } } : { path, code: 'validation.integer' });
    return min;
  },
});

export const text = (min: number, max: number): Shape<string> => ({
  describe: { type: 'text', min, max },
  read(value, path, faults) {
    if (typeof value !== 'string') faults.push({ path, code: 'validation.text' });
    else if (value.length < min || value.length > max) faults.push({ path, code: 'validation.length', params: { min, max } });
    return typeof value === 'string' ? value : '';
  },
});

export const yesNo: Shape<boolean> = {
  describe: { type: 'yesNo' },
  read(value, path, faults) {
    if (typeof value !== 'boolean') faults.push({ path, code: 'validation.boolean' });
    return value === true;
  },
};

const oneOf = <T extends string | number>(values: readonly T[], value: unknown, path: string, faults: Fault[]): T => {
  const found = values.find((candidate) => candidate === value);
  if (found === undefined) faults.push({ path, code: 'validation.oneOf', params: { values: values.join(', ') } });
  return found ?? (values[0] as T);
};

export const choice = <T extends string | number>(...values: readonly T[]): Shape<T> => ({
  describe: { type: 'choice', values },
  read: (value, path, faults) => oneOf(values, value, path, faults),
});

export const choices = <T extends string | number>(...values: readonly T[]): Shape<readonly T[]> => ({
  describe: { type: 'choices', values },
  read(value, path, faults) {
    if (!Array.isArray(value)) {
      faults.push({ path, code: 'validation.list' });
      return [];
    }
    if (new Set(value).size < value.length) faults.push({ path, code: 'validation.duplicate' });
    return value.map((item: unknown, index) => oneOf(values, item, `${path}[${index}]`, faults));
  },
});

type Fields = Readonly<Record<string, Shape<unknown>>>;
export type ShapeValue<S> = S extends Shape<infer V> ? V : never;

export const record = <F extends Fields>(fields: F): Shape<{ readonly [K in keyof F]: ShapeValue<F[K]> }> => ({
  describe: { type: 'record', fields: Object.fromEntries(Object.entries(fields).map(([name, { describe }]) => [name, describe])) },
  read(value, path, faults) {
    const given: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
    if (typeof value !== 'object' || value === null || Array.isArray(value)) faults.push({ path, code: 'validation.type', params: { expected: 'object' } });
    for (const name of Object.keys(given)) if (!(name in fields)) faults.push({ path: `${path}.${name}`, code: 'validation.unknown' });
    const read = Object.entries(fields).map(([name, shape]) => [name, shape.read(given[name], `${path}.${name}`, faults)] as const);
    return Object.fromEntries(read) as { readonly [K in keyof F]: ShapeValue<F[K]> };
  },
});

/** Between `min` and `max` items of one shape, in an order that matters. */
export const list = <V>(item: Shape<V>, min: number, max: number): Shape<readonly V[]> => ({
  describe: { type: 'list', item: item.describe, min, max },
  read(value, path, faults) {
    if (!Array.isArray(value)) {
      faults.push({ path, code: 'validation.list' });
      return [];
    }
    if (value.length < min || value.length > max) faults.push({ path, code: 'validation.listSize', params: { min, max } });
    return value.map((one: unknown, index) => item.read(one, `${path}[${index}]`, faults));
  },
});

/** A shape whose parts must also fit together; asked only where every part is sound. */
export const agreeing = <V>(shape: Shape<V>, faultsOf: (value: V, path: string) => readonly Fault[]): Shape<V> => ({
  describe: shape.describe,
  read(value, path, faults) {
    const before = faults.length;
    const typed = shape.read(value, path, faults);
    if (faults.length === before) faults.push(...faultsOf(typed, path));
    return typed;
  },
});
