import { fromBase64url, toBase64url } from '../encoding/base64url.js';
import { concatBytes, utf8 } from '../encoding/bytes.js';
import { canonicalBytes } from '../encoding/canonical-json.js';
import { Malformed } from '../encoding/malformed.js';
import { PROTOCOL } from '../hashing/hash.js';
import { randomBytes } from '../random/random.js';
import { ed25519PublicKey, ed25519Sign, ed25519Verify, isSigningKey } from './ed25519.js';

/** A signing key pair: the secret is 32 random bytes, the public key its base64url text. */
export interface SigningKey {
  readonly secret: Uint8Array;
  readonly publicKey: string;
}

export function signingKeyFrom(secret: Uint8Array): SigningKey {
  return { secret, publicKey: toBase64url(ed25519PublicKey(secret)) };
}

/** A new key pair from the system's random source. */
export const newSigningKey = (): SigningKey => signingKeyFrom(randomBytes(32));

/** What a signature is over. A signature made for one purpose is void for every other. */
export type SignedKind =
  | 'envelope'
  | 'test'
  | 'receipt'
  | 'close'
  | 'registrar'
  | 'reissue'
  | 'specification'
  | 'endorsement'
  | 'decryption-share'
  | 'keygen-commit'
  | 'keygen-reveal'
  | 'keygen-shares'
  | 'keygen-confirm'
  | 'keygen-complaint';

/** UTF-8 of `jari-ballot/1/sign/KIND`, a line feed, and the canonical JSON of the value without its member `signature`. */
export function signedBytes(kind: SignedKind, value: object): Uint8Array {
  return concatBytes(utf8(`${PROTOCOL}/sign/${kind}\n`), canonicalBytes({ ...value, signature: undefined }));
}

/** The value with its `signature` (base64url of 64 bytes). */
export function sign<T extends object>(kind: SignedKind, value: T, key: SigningKey): T & { readonly signature: string } {
  return { ...value, signature: toBase64url(ed25519Sign(signedBytes(kind, value), key.secret)) };
}

/** Whether the value carries a signature of this key for this purpose. Never throws. */
export function isSignedBy<T extends { readonly signature: string }>(kind: SignedKind, value: T, publicKey: string): boolean {
  try {
    return ed25519Verify(fromBase64url(value.signature), signedBytes(kind, value), fromBase64url(publicKey));
  } catch (error) {
    if (error instanceof Malformed) return false;
    throw error;
  }
}

/** Reader of a public signing key. @throws Malformed unless canonical and not of small order */
export function signingKeyText(value: unknown, at: string): string {
  if (typeof value !== 'string') throw new Malformed(at, 'not a text');
  if (!isSigningKey(fromBase64url(value, at))) throw new Malformed(at, 'not a signing key');
  return value;
}
