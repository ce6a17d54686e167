/** An exact share for the slow telling: numerator over denominator, never reduced. */
export class Fraction {
  static readonly zero = new Fraction(0n, 1n);

  constructor(readonly over: bigint, readonly under: bigint) {}

  plus(other: Fraction): Fraction {
    return this.under === other.under ? new Fraction(this.over + other.over, this.under) : new Fraction(this.over * other.under + other.over * this.under, this.under * other.under);
  }

  times(whole: number): Fraction {
    return new Fraction(this.over * BigInt(whole), this.under);
  }

  /** Below 0, 0 or above 0. */
  compare(other: Fraction): number {
    const difference = this.over * other.under - other.over * this.under;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }
}
