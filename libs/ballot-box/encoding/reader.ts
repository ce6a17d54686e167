import { fromBase64url } from './base64url.js';
import { canonicalJson } from './canonical-json.js';
import { Malformed } from './malformed.js';

/**
 * Takes a value that came from outside and gives it back typed. `at` is its place, for the error.
 * @throws Malformed when it has another shape
 */
export type Reader<T> = (value: unknown, at: string) => T;
export type Read<R> = R extends Reader<infer T> ? T : never;

/** Exactly these members: an unknown one would be hashed by one reader and overlooked by another. */
export const object = <S extends Record<string, Reader<unknown>>>(shape: S): Reader<{ readonly [K in keyof S]: Read<S[K]> }> => {
  const names = Object.keys(shape);
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Malformed(at, 'not an object');
    for (const name of Object.keys(value)) if (!Object.hasOwn(shape, name)) throw new Malformed(place(at, name), 'unknown member');
    const read: Record<string, unknown> = {};
    for (const name of names) {
      const member: unknown = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
      if (member === undefined) throw new Malformed(place(at, name), 'missing');
      read[name] = shape[name]?.(member, place(at, name));
    }
    return read as { readonly [K in keyof S]: Read<S[K]> };
  };
};

const place = (at: string, name: string): string => {
  const shown = /^\w{1,40}$/.test(name) ? name : '?';
  return at === '' ? shown : `${at}.${shown}`;
};

export const list = <T>(item: Reader<T>, { min = 0, max }: { min?: number; max: number }): Reader<readonly T[]> => (value, at) => {
  if (!Array.isArray(value)) throw new Malformed(at, 'not a list');
  if (value.length < min || value.length > max) throw new Malformed(at, 'wrong length');
  return Array.from(value, (one, index) => item(one, `${at}[${index}]`));
};

export const nullable = <T>(reader: Reader<T>): Reader<T | null> => (value, at) => (value === null ? null : reader(value, at));

export const literal = <const T extends string | number>(...values: readonly T[]): Reader<T> => (value, at) => {
  const found = values.find((one) => one === value);
  if (found === undefined) throw new Malformed(at, 'not one of the known values');
  return found;
};

export const integer = (min: number, max: number = Number.MAX_SAFE_INTEGER): Reader<number> => (value, at) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new Malformed(at, 'not an integer');
  if (value < min || value > max) throw new Malformed(at, 'out of range');
  return value;
};

export const flag: Reader<boolean> = (value, at) => {
  if (typeof value !== 'boolean') throw new Malformed(at, 'not true or false');
  return value;
};

/** Unicode text of 1 to `max` UTF-16 units. */
export const text = (max: number, min = 1): Reader<string> => (value, at) => {
  if (typeof value !== 'string') throw new Malformed(at, 'not a text');
  if (value.length < min || value.length > max) throw new Malformed(at, 'wrong length');
  if (!value.isWellFormed()) throw new Malformed(at, 'not Unicode');
  return value;
};

/** Base64url of exactly `length` bytes; stays the text, since that is what is hashed and compared. */
export const encoded = (length: number): Reader<string> => (value, at) => {
  if (typeof value !== 'string') throw new Malformed(at, 'not a text');
  if (fromBase64url(value, at).length !== length) throw new Malformed(at, 'wrong length');
  return value;
};

export const hash32 = encoded(32);
export const signature64 = encoded(64);

/** `2027-01-05T09:00:00Z`: one form only, so that texts compare as times do. */
export const instant: Reader<string> = (value, at) => {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value)) throw new Malformed(at, 'not a time in UTC');
  const milliseconds = Date.parse(value);
  if (Number.isNaN(milliseconds) || new Date(milliseconds).toISOString() !== value.replace('Z', '.000Z')) throw new Malformed(at, 'not a time in UTC');
  return value;
};

/** Any JSON that can be hashed where it stands, `depth` levels within a file; read no further here. */
export const anyJson = (depth: number): Reader<unknown> => (value, at) => {
  canonicalJson(value, at, depth);
  return value;
};
