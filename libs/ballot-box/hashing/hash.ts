import { sha256 as nobleSha256, sha512 as nobleSha512 } from '@noble/hashes/sha2.js';
import { concatBytes, u32, utf8 } from '../encoding/bytes.js';
import { canonicalBytes } from '../encoding/canonical-json.js';
import { toBase64url } from '../encoding/base64url.js';

/** Version of the protocol; part of every domain string. */
export const PROTOCOL = 'jari-ballot/1';

/** What a hash is for. A value that is right for one purpose is then never right for another. */
export type Domain =
  | 'ciphertexts'
  | 'ballot-proof'
  | 'keygen-proof'
  | 'keygen-seal'
  | 'keygen-complaint'
  | 'decryption-proof'
  | 'credential'
  | 'lot';

/** SHA-256 of the bytes. */
export const sha256 = (bytes: Uint8Array): Uint8Array => nobleSha256(bytes);
/** SHA-512 of the bytes. */
export const sha512 = (bytes: Uint8Array): Uint8Array => nobleSha512(bytes);

/** SHA-256 of the canonical JSON, as base64url. @throws Malformed when it has none */
export const hashOf = (value: unknown): string => toBase64url(sha256(canonicalBytes(value)));

/**
 * The domain string `jari-ballot/1/DOMAIN` and the parts, each behind its length in four bytes, most significant first:
 * no two different lists of parts give the same bytes.
 */
export function framed(domain: Domain, ...parts: readonly Uint8Array[]): Uint8Array {
  const all = [utf8(`${PROTOCOL}/${domain}`), ...parts];
  return concatBytes(...all.flatMap((part) => [u32(part.length), part]));
}
