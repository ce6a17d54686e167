import { ristretto255 as noble } from '@noble/curves/ed25519.js';
import { curveGroup } from './curve-group.js';

/** ristretto255 (RFC 9496): the prime-order group over Curve25519. Points 32 bytes, scalars 32 bytes little-endian. */
export const ristretto255 = curveGroup({
  name: 'ristretto255',
  BASE: noble.Point.BASE,
  ZERO: noble.Point.ZERO,
  order: noble.Point.Fn.ORDER,
  pointLength: 32,
  littleEndian: true,
  fromBytes: (bytes) => noble.Point.fromBytes(bytes),
});
