import { fromBase64url, toBase64url } from '../encoding/base64url.js';
import { u32 } from '../encoding/bytes.js';
import type { Group, Point } from '../groups/group.js';
import { pointText } from '../groups/texts.js';
import { framed, sha512 } from '../hashing/hash.js';

export interface Route {
  /** Base64url of the setup's hash. */
  readonly setupHash: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Hashed ElGamal (Abdalla, Bellare & Rogaway 2001): ephemeral = r·G, shared = r·key, and the share under the first 32
 * bytes of SHA-512 over the route and both points. The message around it is signed, and the share inside is checked
 * against the dealer's coefficients, so it needs no seal of its own.
 */
export function sealShare(group: Group, route: Route, key: Point, share: bigint): { readonly to: number; readonly ephemeral: string; readonly sealed: string } {
  const secret = group.randomScalar();
  const ephemeral = group.multiply(group.base, secret);
  return { to: route.to, ephemeral: pointText(group, ephemeral), sealed: toBase64url(masked(group, route, ephemeral, group.multiply(key, secret), group.encodeScalar(share))) };
}

/** The bytes of the share; whether they are one is for the caller to see. */
export const unsealShare = (group: Group, route: Route, ephemeral: Point, shared: Point, sealed: string): Uint8Array =>
  masked(group, route, ephemeral, shared, fromBase64url(sealed, 'sealed'));

function masked(group: Group, { setupHash, from, to }: Route, ephemeral: Point, shared: Point, bytes: Uint8Array): Uint8Array {
  const mask = sha512(framed('keygen-seal', fromBase64url(setupHash), u32(from), u32(to), group.encodePoint(ephemeral), group.encodePoint(shared)));
  return bytes.map((byte, at) => byte ^ (mask[at] ?? 0));
}
