import { weierstrass } from '@noble/curves/abstract/weierstrass.js';
import { curveGroup } from './curve-group.js';

// The curve alone: the library's ready-made P-256 brings signatures and hashing to the curve, which the booth would carry too.
const P256 = weierstrass({
  p: 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn,
  n: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  h: 1n,
  a: 0xffffffff00000001000000000000000000000000fffffffffffffffffffffffcn,
  b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
  Gx: 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
  Gy: 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
});

/** NIST P-256 (SP 800-186, 3.2.1.3). Points compressed as in SEC 1, 33 bytes; scalars 32 bytes big-endian. */
export const p256 = curveGroup({
  name: 'p256',
  BASE: P256.BASE,
  ZERO: P256.ZERO,
  order: P256.Fn.ORDER,
  pointLength: 33,
  littleEndian: false,
  fromBytes: (bytes) => P256.fromBytes(bytes),
});
