/** xorshift32 (Marsaglia 2003): enough for made-up ballots, the same for the same seed. */
export function randomBelow(seed: number): (limit: number) => number {
  let state = (Math.imul(seed + 1, 0x9e3779b1) >>> 0) || 1;
  return (limit) => {
    state ^= state << 13; state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5; state >>>= 0;
    return state % limit;
  };
}

export function shuffled<Item>(list: readonly Item[], below: (limit: number) => number): Item[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) { const j = below(i + 1); [copy[i], copy[j]] = [copy[j]!, copy[i]!]; }
  return copy;
}
