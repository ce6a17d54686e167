import { ed25519 } from '@noble/curves/ed25519.js';
import { concatBytes, fromBigEndian, reversed, sameBytes } from '../encoding/bytes.js';
import { sha512 } from '../hashing/hash.js';

const { Point } = ed25519;
const ORDER = Point.Fn.ORDER;

/** The public key, 32 bytes, of a secret of 32 random bytes (RFC 8032, section 5.1.5). */
export const ed25519PublicKey = (secret: Uint8Array): Uint8Array => ed25519.getPublicKey(secret);

/** 64 bytes (RFC 8032, section 5.1.6). */
export const ed25519Sign = (message: Uint8Array, secret: Uint8Array): Uint8Array => ed25519.sign(message, secret);

/** Whether the bytes are the canonical encoding of a point that is not of small order. */
export function isSigningKey(key: Uint8Array): boolean {
  return decodeKey(key) !== undefined;
}

function decodeKey(key: Uint8Array): InstanceType<typeof Point> | undefined {
  if (key.length !== 32) return undefined;
  try {
    // Refuses y ≥ p, and x = 0 with the sign bit set.
    const point = Point.fromBytes(key, false);
    return point.isSmallOrder() ? undefined : point;
  } catch {
    return undefined;
  }
}

/**
 * Ed25519 verification (RFC 8032, section 5.1.7) with everything decided that implementations decide differently
 * (Chalkias, Garillot & Nikolaenko, "Taming the many EdDSAs", 2020): the key is canonical and not of small order, S is
 * below the order, the equation is the one without cofactor, and R is compared as bytes: encode(S·B − h·A) = R.
 * @returns false for everything else; never throws
 */
export function ed25519Verify(signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean {
  if (signature.length !== 64) return false;
  const point = decodeKey(key);
  if (point === undefined) return false;
  const commitment = signature.subarray(0, 32);
  const s = fromBigEndian(reversed(signature.subarray(32)));
  if (s >= ORDER) return false;
  const challenge = fromBigEndian(reversed(sha512(concatBytes(commitment, key, message)))) % ORDER;
  return sameBytes(Point.BASE.multiplyUnsafe(s).subtract(point.multiplyUnsafe(challenge)).toBytes(), commitment);
}
