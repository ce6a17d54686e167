/**
 * Votes that may be shared between k candidates, kept exactly: whole ballots are counted for each k, and turned into integers
 * over one common denominator at the end, so that three thirds are one vote and equal sums are equal.
 */
export class Shares {
  private readonly byParts = new Map<number, Float64Array>();

  constructor(private readonly options: number) {}

  /** `ballots` ballots give the option one part in `parts`. */
  add(option: number, parts: number, ballots: number): void {
    let counts = this.byParts.get(parts);
    if (counts === undefined) this.byParts.set(parts, counts = new Float64Array(this.options));
    counts[option]! += ballots;
  }

  /** Votes of each option as integers, and how many of them are one vote. */
  exact(): { readonly votes: readonly bigint[]; readonly one: bigint } {
    let one = 1n;
    for (const parts of this.byParts.keys()) one = (one / commonDivisor(one, BigInt(parts))) * BigInt(parts);
    const votes = Array.from({ length: this.options }, () => 0n);
    for (const [parts, counts] of this.byParts) {
      const unit = one / BigInt(parts);
      counts.forEach((count, option) => { votes[option]! += BigInt(count) * unit; });
    }
    return { votes, one };
  }
}

/** For people: exact votes as a number. */
export function asNumber(votes: bigint, one: bigint): number {
  return Number(votes / one) + Number(votes % one) / Number(one);
}

function commonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
