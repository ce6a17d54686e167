/** What the sum needs of a curve point. */
interface Summand<P> {
  add(other: P): P;
  negate(): P;
  double(): P;
}

export interface ScaledPoint<P> {
  readonly point: P;
  /** Not negative. */
  readonly scalar: bigint;
}

/**
 * Σ scalar·point by buckets with signed digits (Pippenger 1976; in the form of Bernstein et al., "Faster batch forgery
 * identification", 2012, section 4). Its time depends on the scalars, so they must be public. Short scalars (batch
 * weights of 128 bits) cost only the windows they reach into.
 */
export function multiScalarSum<P extends Summand<P>>(terms: readonly ScaledPoint<P>[], zero: P): P {
  const widest = terms.reduce((bits, { scalar }) => Math.max(bits, bitLength(scalar)), 0);
  if (widest === 0) return zero;
  const width = windowWidth(terms.length, widest);
  const digits = terms.map(({ scalar }) => signedDigits(scalar, width));
  const windows = digits.reduce((most, one) => Math.max(most, one.length), 0);
  let sum = zero;
  for (let window = windows - 1; window >= 0; window--) {
    for (let step = 0; step < width && sum !== zero; step++) sum = sum.double();
    sum = sum.add(windowSum(terms, digits, window, width, zero));
  }
  return sum;
}

function windowSum<P extends Summand<P>>(terms: readonly ScaledPoint<P>[], digits: readonly Int16Array[], window: number, width: number, zero: P): P {
  const buckets = new Array<P | undefined>((1 << (width - 1)) + 1);
  digits.forEach((own, at) => {
    const digit = own[window] ?? 0;
    const point = terms[at]?.point;
    if (digit === 0 || point === undefined) return;
    const size = Math.abs(digit);
    const addend = digit > 0 ? point : point.negate();
    buckets[size] = buckets[size]?.add(addend) ?? addend;
  });
  let running: P | undefined;
  let total = zero;
  for (let size = buckets.length - 1; size > 0; size--) {
    const bucket = buckets[size];
    if (bucket !== undefined) running = running?.add(bucket) ?? bucket;
    if (running !== undefined) total = total.add(running);
  }
  return total;
}

const bitLength = (value: bigint): number => (value === 0n ? 0 : value.toString(2).length);

/** The width with the fewest additions for so many points of so many bits. */
function windowWidth(points: number, bits: number): number {
  let best = 2;
  const cost = (width: number): number => Math.ceil((bits + 1) / width) * (points + (1 << width));
  for (let width = 3; width <= 13; width++) if (cost(width) < cost(best)) best = width;
  return best;
}

/** Digits in −2^(width−1) … 2^(width−1), least significant first; their weighted sum is the scalar. */
function signedDigits(scalar: bigint, width: number): Int16Array {
  const bits = scalar.toString(2);
  const digits = new Int16Array(Math.ceil((bits.length + 1) / width));
  let carry = 0;
  for (let at = 0; at < digits.length; at++) {
    const end = bits.length - at * width;
    const raw = (end > 0 ? Number.parseInt(bits.slice(Math.max(0, end - width), end), 2) : 0) + carry;
    carry = raw > 1 << (width - 1) ? 1 : 0;
    digits[at] = raw - (carry << width);
  }
  return digits;
}
