import { Malformed } from './malformed.js';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUE = new Int16Array(128).fill(-1);
for (let at = 0; at < 64; at++) VALUE[ALPHABET.charCodeAt(at)] = at;

/** Base64url without padding (RFC 4648, section 5). */
export function toBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += ALPHABET.charAt(word >> 18) + ALPHABET.charAt((word >> 12) & 63);
    if (left > 1) text += ALPHABET.charAt((word >> 6) & 63);
    if (left > 2) text += ALPHABET.charAt(word & 63);
  }
  return text;
}

/**
 * The bytes of a base64url text without padding. Only the one canonical text of each byte string is taken: unused bits
 * of the last character must be zero, or two texts would name the same hash.
 * @throws Malformed for any other text
 */
export function fromBase64url(text: string, at = ''): Uint8Array {
  if (text.length % 4 === 1) throw new Malformed(at, 'not base64url');
  const bytes = new Uint8Array((text.length * 3) >> 2);
  let filled = 0;
  let bits = 0;
  let word = 0;
  for (let index = 0; index < text.length; index++) {
    const value = VALUE[text.charCodeAt(index)] ?? -1;
    if (value < 0) throw new Malformed(at, 'not base64url');
    word = ((word << 6) | value) & 0xfff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[filled++] = word >> bits;
      word &= (1 << bits) - 1;
    }
  }
  if (word !== 0) throw new Malformed(at, 'not canonical base64url');
  return bytes;
}
