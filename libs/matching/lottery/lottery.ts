import { sha256Hex } from '../hash/sha256.js';

/** A published seed. The number 7 and the text "7" are the same seed. */
export type Seed = string | number;

/** Where a caller names no seed. */
export const DEFAULT_SEED = '0';

export function seedText(seed: Seed): string {
  return String(seed);
}

/**
 * xoshiro128** 1.1 (Blackman & Vigna 2018), 32 bits a draw. Its state is the first half of SHA-256("jari-lottery/1:" + seed)
 * read as four big-endian words, so that seeds which differ in one letter share nothing. For lotteries only, never for keys.
 */
export function seededRandom(seed: Seed): () => number {
  const digest = sha256Hex(`jari-lottery/1:${seedText(seed)}`);
  const word = (at: number): number => Number.parseInt(digest.slice(at * 8, at * 8 + 8), 16) | 0;
  let a = word(0), b = word(1), c = word(2), d = word(3);
  if ((a | b | c | d) === 0) a = 1;
  return () => {
    const x = Math.imul(b, 5);
    const result = Math.imul((x << 7) | (x >>> 25), 9) >>> 0;
    const t = b << 9;
    c ^= a; d ^= b; b ^= c; a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return result;
  };
}

/**
 * The lottery of a round: `rank[i]` is the place of employee `i`, 0 = drawn first. A Fisher–Yates shuffle of the employees
 * in the order of the instance; each position is drawn without bias (draws above the largest multiple are drawn again).
 */
export function drawLottery(people: number, seed: Seed): Int32Array {
  const random = seededRandom(seed);
  const rank = new Int32Array(people);
  for (let i = 0; i < people; i++) rank[i] = i;
  for (let i = people - 1; i > 0; i--) {
    const span = i + 1;
    // Quotient and rest by a division of doubles, exact for 32 bits and sooner than two remainders.
    let draw = random();
    let j = draw - Math.floor(draw / span) * span;
    // In the last stretch, which is shorter than the others, a draw would favour the first.
    while (draw - j > 0x1_0000_0000 - span) {
      draw = random();
      j = draw - Math.floor(draw / span) * span;
    }
    const kept = rank[i]!;
    rank[i] = rank[j]!;
    rank[j] = kept;
  }
  return rank;
}
