import { median, percentile } from './percentile.js';

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  it('is the nearest rank', () => {
    expect(percentile(hundred, 0.95)).toBe(95);
    expect(percentile(hundred, 1)).toBe(100);
    expect(percentile([7], 0.95)).toBe(7);
    expect(percentile([], 0.95)).toBe(0);
  });

  it('has the median in the middle, the lower one of two', () => {
    expect(median([30, 10, 20])).toBe(20);
    expect(median([1, 2, 3, 4])).toBe(2);
  });
});
