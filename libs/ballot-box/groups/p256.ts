import { p256 as noble } from '@noble/curves/nist.js';
import { curveGroup } from './curve-group.js';

/** NIST P-256 (FIPS 186-5). Points compressed as in SEC 1, 33 bytes; scalars 32 bytes big-endian. */
export const p256 = curveGroup({
  name: 'p256',
  BASE: noble.Point.BASE,
  ZERO: noble.Point.ZERO,
  order: noble.Point.Fn.ORDER,
  pointLength: 33,
  littleEndian: false,
  fromBytes: (bytes) => noble.Point.fromBytes(bytes),
});
