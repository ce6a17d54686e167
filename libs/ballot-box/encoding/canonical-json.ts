import { utf8 } from './bytes.js';
import { Malformed } from './malformed.js';

/** What can be hashed and signed here: JSON whose numbers are integers that every language holds exactly. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined };

const DEEPEST = 32;

/**
 * Canonical JSON (RFC 8785, JSON Canonicalization Scheme): no white space, names sorted by UTF-16 code units, texts with
 * the shortest escapes. Numbers are restricted to integers of at most 2^53 − 1, which every language prints alike;
 * members whose value is undefined are left out.
 * @throws Malformed for fractions, larger numbers, lone surrogates, nesting deeper than 32, and what is no JSON
 */
export function canonicalJson(value: unknown, at = '', depth = 0): string {
  if (depth > DEEPEST) throw new Malformed(at, 'nested too deeply');
  if (value === null || value === true || value === false) return String(value);
  if (typeof value === 'string') return quoted(value, at);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Malformed(at, 'not an exact integer');
    return String(value === 0 ? 0 : value);
  }
  if (Array.isArray(value)) return `[${value.map((item, index) => canonicalJson(item, `${at}[${index}]`, depth + 1)).join()}]`;
  if (typeof value !== 'object' || !isPlain(value)) throw new Malformed(at, 'not JSON');
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    // The comparison of strings is by UTF-16 code units, as the standard asks.
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${quoted(name, at)}:${canonicalJson(member, at === '' ? name : `${at}.${name}`, depth + 1)}`);
  return `{${members.join()}}`;
}

/** UTF-8 of the canonical JSON. @throws Malformed as `canonicalJson` */
export const canonicalBytes = (value: unknown): Uint8Array => utf8(canonicalJson(value));

function quoted(text: string, at: string): string {
  if (!text.isWellFormed()) throw new Malformed(at, 'not Unicode');
  return JSON.stringify(text);
}

/** Also where the object comes from another realm (a frame, a sandbox) with an Object of its own. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
