import { fromBase64url, toBase64url } from '../encoding/base64url.js';
import { canonicalBytes } from '../encoding/canonical-json.js';
import { hash32, literal, object, text, type Read } from '../encoding/reader.js';
import type { Group, GroupName } from '../groups/group.js';
import { GROUP_NAMES, groupNamed } from '../groups/registry.js';
import { pointText, readScalar, scalarText } from '../groups/texts.js';
import { sha256 } from '../hashing/hash.js';
import { newSigningKey, signingKeyFrom, type SigningKey } from '../signatures/signed.js';

/** What a trustee's key file holds: both secrets. Never leaves the trustee's machine. */
const trusteeKeyFile = object({
  format: literal('jari-trustee-keys/1'),
  group: literal(...GROUP_NAMES),
  signingSecret: hash32,
  encryptionSecret: text(64),
});
export type TrusteeKeyFile = Read<typeof trusteeKeyFile>;

export interface TrusteeKeys {
  readonly group: Group;
  readonly signing: SigningKey;
  readonly encryptionSecret: bigint;
  /** Base64url of encryptionSecret·G. */
  readonly encryptionKey: string;
}

/** New keys from the system's random source. */
export function newTrusteeKeys(name: GroupName): TrusteeKeys {
  const group = groupNamed(name);
  return keysOf(group, newSigningKey(), group.randomScalar());
}

/** @throws Malformed */
export function openTrusteeKeys(file: unknown): TrusteeKeys {
  const { group: name, signingSecret, encryptionSecret } = trusteeKeyFile(file, '');
  const group = groupNamed(name);
  return keysOf(group, signingKeyFrom(fromBase64url(signingSecret)), readScalar(group, encryptionSecret, 'encryptionSecret'));
}

export const writeTrusteeKeys = (keys: TrusteeKeys): TrusteeKeyFile => ({
  format: 'jari-trustee-keys/1',
  group: keys.group.name,
  signingSecret: toBase64url(keys.signing.secret),
  encryptionSecret: scalarText(keys.group, keys.encryptionSecret),
});

const keysOf = (group: Group, signing: SigningKey, encryptionSecret: bigint): TrusteeKeys =>
  ({ group, signing, encryptionSecret, encryptionKey: pointText(group, group.multiply(group.base, encryptionSecret)) });

/**
 * What people read to each other outside the system: the first 128 bits of the SHA-256 of the canonical JSON of the keys,
 * as eight groups of four hexadecimal digits. The registrar's has `signingKey` alone.
 */
export function fingerprintOf(keys: { readonly signingKey: string; readonly encryptionKey?: string }): string {
  const digits = Array.from(sha256(canonicalBytes({ signingKey: keys.signingKey, encryptionKey: keys.encryptionKey })).subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/(.{4})(?=.)/g, '$1 ');
}
