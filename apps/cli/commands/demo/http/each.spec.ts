import { each } from './each.js';

describe('each', () => {
  it('does every item once, with no more at a time than allowed', async () => {
    let running = 0;
    let most = 0;
    const seen: number[] = [];
    await each([1, 2, 3, 4, 5, 6, 7], async (item) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      seen.push(item);
      running -= 1;
    }, 3);
    expect(seen.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(3);
  });

  it('begins nothing more after a failure and passes it on', async () => {
    const seen: number[] = [];
    const work = async (item: number): Promise<void> => {
      seen.push(item);
      if (item === 2) throw new Error('two');
    };
    await expect(each([1, 2, 3, 4], work, 1)).rejects.toThrow('two');
    expect(seen).toEqual([1, 2]);
  });
});
