import type { CurvePoint } from '@noble/curves/abstract/curve.js';
import { bigEndian, fromBigEndian, reversed } from '../encoding/bytes.js';
import { Malformed } from '../encoding/malformed.js';
import { randomBytes } from '../random/random.js';
import type { Group, GroupName, Point } from './group.js';
import { multiScalarSum } from './multi-scalar.js';

interface Curve<P> {
  readonly name: GroupName;
  readonly BASE: P;
  readonly ZERO: P;
  readonly order: bigint;
  readonly pointLength: number;
  /** Scalars least significant byte first (as in RFC 9496) or most significant first (as in SEC 1). */
  readonly littleEndian: boolean;
  readonly fromBytes: (bytes: Uint8Array) => P;
}

const SCALAR_LENGTH = 32;
// Six bits a window: tables of some thousand points, made in a few milliseconds.
const WINDOW = 6;

/** A group over one of the library's curves of prime order. */
export function curveGroup<P extends CurvePoint<unknown, P>>(curve: Curve<P>): Group {
  const { order } = curve;
  const inside = (point: Point): P => point as unknown as P;
  const outside = (point: P): Point => point as unknown as Point;
  const reduced = (scalar: bigint): bigint => ((scalar % order) + order) % order;
  const multiply = (point: Point, scalar: bigint): Point => {
    const factor = reduced(scalar);
    return factor === 0n ? outside(curve.ZERO) : outside(inside(point).multiply(factor));
  };
  // Encoding costs a square root; what was decoded or encoded once need not be encoded again.
  const encodings = new WeakMap<P, Uint8Array>();
  return {
    name: curve.name,
    order,
    base: outside(curve.BASE),
    identity: outside(curve.ZERO),
    pointLength: curve.pointLength,
    scalarLength: SCALAR_LENGTH,
    add: (a, b) => outside(inside(a).add(inside(b))),
    subtract: (a, b) => outside(inside(a).subtract(inside(b))),
    equals: (a, b) => inside(a).equals(inside(b)),
    isIdentity: (point) => inside(point).is0(),
    multiply,
    multiplyPublic: (point, scalar) => outside(inside(point).multiplyUnsafe(reduced(scalar))),
    sum: (terms) => outside(multiScalarSum(terms.map(({ point, scalar }) => ({ point: inside(point), scalar })), curve.ZERO)),
    prepare: (point) => outside(inside(point).precompute(WINDOW)),
    encodePoint(point) {
      const known = encodings.get(inside(point));
      if (known !== undefined) return known;
      if (inside(point).is0()) throw new Malformed('', 'the identity');
      const bytes = inside(point).toBytes();
      encodings.set(inside(point), bytes);
      return bytes;
    },
    decodePoint(bytes, at) {
      if (bytes.length !== curve.pointLength) throw new Malformed(at, 'not a canonical point');
      let point: P;
      try {
        point = curve.fromBytes(bytes);
      } catch {
        throw new Malformed(at, 'not a canonical point');
      }
      if (point.is0()) throw new Malformed(at, 'the identity');
      encodings.set(point, bytes);
      return outside(point);
    },
    encodeScalar(scalar) {
      const bytes = bigEndian(reduced(scalar), SCALAR_LENGTH);
      return curve.littleEndian ? reversed(bytes) : bytes;
    },
    decodeScalar(bytes, at) {
      if (bytes.length !== SCALAR_LENGTH) throw new Malformed(at, 'not a canonical scalar');
      const scalar = fromBigEndian(curve.littleEndian ? reversed(bytes) : bytes);
      if (scalar >= order) throw new Malformed(at, 'not a canonical scalar');
      return scalar;
    },
    randomScalar() {
      // 64 bytes for an order of about 32: the remainder is uniform but for 2^-250.
      for (;;) {
        const scalar = fromBigEndian(randomBytes(64)) % order;
        if (scalar !== 0n) return scalar;
      }
    },
  };
}
