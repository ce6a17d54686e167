import { drawLottery, seededRandom } from './lottery.js';

describe('the lottery', () => {
  it('gives everybody another place, the same for the same seed, whether number or text', () => {
    const rank = drawLottery(1_000, 7);
    expect([...rank].sort((a, b) => a - b)).toEqual(Array.from({ length: 1_000 }, (_, at) => at));
    expect(drawLottery(1_000, '7')).toEqual(rank);
    expect(drawLottery(1_000, 8)).not.toEqual(rank);
  });

  // Worked out apart from this code, from the published description of xoshiro128** 1.1.
  it('never changes: a published seed must give the same order in ten years', () => {
    expect([...drawLottery(8, 'jari')]).toEqual([1, 5, 7, 0, 6, 2, 4, 3]);
  });

  it('treats every order alike: 24,000 draws of four people, each of the 24 orders near a thousand times', () => {
    const seen = new Map<string, number>();
    for (let seed = 0; seed < 24_000; seed++) {
      const order = drawLottery(4, seed).join('');
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect(seen.size).toBe(24);
    // Chi-squared with 23 degrees of freedom: above 49.7 once in a thousand.
    const chi = [...seen.values()].reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0);
    expect(chi).toBeLessThan(49.7);
  });

  it('draws 32 bits that are each set half of the time', () => {
    const random = seededRandom('bits');
    const set = new Array<number>(32).fill(0);
    for (let draw = 0; draw < 20_000; draw++) { const bits = random(); for (let b = 0; b < 32; b++) set[b]! += (bits >>> b) & 1; }
    for (const count of set) expect(Math.abs(count - 10_000)).toBeLessThan(350);
  });
});
