export { fromBase64url, toBase64url } from './encoding/base64url.js';
export { canonicalJson, type Json } from './encoding/canonical-json.js';
export { Malformed } from './encoding/malformed.js';
export { hashOf } from './hashing/hash.js';
export { randomBytes } from './random/random.js';
export type { Group, GroupName, Point } from './groups/group.js';
export { GROUP_NAMES, groupNamed } from './groups/registry.js';
export { isSignedBy, newSigningKey, sign, signingKeyFrom, type SignedKind, type SigningKey } from './signatures/signed.js';
