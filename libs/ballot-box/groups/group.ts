declare const POINT: unique symbol;

/** An element of a group; only the group that made it can use it. */
export interface Point {
  readonly [POINT]: true;
}

export interface Term {
  readonly point: Point;
  /** 0 ≤ scalar < order. */
  readonly scalar: bigint;
}

export type GroupName = 'ristretto255' | 'p256';

/**
 * A group of prime order in which discrete logarithms are hard, written additively. Scalars are integers modulo `order`.
 * Encodings are canonical: a decoder takes exactly one byte string for each element, and never the identity, which no
 * honest message contains.
 */
export interface Group {
  readonly name: GroupName;
  readonly order: bigint;
  readonly base: Point;
  readonly identity: Point;
  /** Bytes of an encoded element: 32 for ristretto255, 33 for P-256 (compressed). */
  readonly pointLength: number;
  /** Bytes of an encoded scalar: 32. */
  readonly scalarLength: number;
  add(a: Point, b: Point): Point;
  subtract(a: Point, b: Point): Point;
  equals(a: Point, b: Point): boolean;
  isIdentity(point: Point): boolean;
  /** For secret scalars: does not branch on their bits. The scalar is reduced modulo the order. */
  multiply(point: Point, scalar: bigint): Point;
  /** Sooner, for public scalars alone. */
  multiplyPublic(point: Point, scalar: bigint): Point;
  /** Σ scalar·point for public scalars; much sooner than one by one when there are many. */
  sum(terms: readonly Term[]): Point;
  /** Prepares a point that will be multiplied often; the tables stay with this very object. */
  prepare(point: Point): Point;
  /** @throws Malformed for the identity */
  encodePoint(point: Point): Uint8Array;
  /** @throws Malformed for another length, a non-canonical encoding, what is no element, and the identity */
  decodePoint(bytes: Uint8Array, at: string): Point;
  encodeScalar(scalar: bigint): Uint8Array;
  /** @throws Malformed for another length, and for order and above */
  decodeScalar(bytes: Uint8Array, at: string): bigint;
  /** Uniform in 1 … order − 1, from the system's random source. */
  randomScalar(): bigint;
}
