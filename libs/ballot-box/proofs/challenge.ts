import { fromBigEndian } from '../encoding/bytes.js';
import type { Group } from '../groups/group.js';
import { framed, sha512, type Domain } from '../hashing/hash.js';

/** SHA-512 over the framed parts, read as an integer with the most significant byte first, modulo the group's order. */
export const challengeOf = (group: Group, domain: Domain, ...parts: readonly Uint8Array[]): bigint => fromBigEndian(sha512(framed(domain, ...parts))) % group.order;
