import { bar, barChart, percent } from './bar-chart.js';
import { clip, padEnd, padStart, widthOf } from './width.js';

describe('bars', () => {
  it.each([[0, ''], [1, '████'], [0.5, '██'], [0.25, '█'], [0.28125, '█▏'], [0.0001, '▏'], [7, '████']])('a share of %d of four columns is %s', (share, expected) => {
    expect(bar(share, 4)).toBe(expected);
  });

  it('share one scale and keep their notes in one column', () => {
    expect(barChart([{ label: '1지망', value: 4, note: '4명' }, { label: '2지망 더', value: 1, note: '1명' }], { width: 4, labelWidth: 8 })).toEqual([
      '   1지망 ████ 4명',
      '2지망 더 █    1명',
    ]);
    expect(barChart([{ label: 'a', value: 1, note: 'x' }], { width: 4, labelWidth: 1, scale: 2 })).toEqual(['a ██   x']);
    expect(barChart([{ label: 'a', value: 0, note: '' }], { width: 4, labelWidth: 1 })).toEqual(['a']);
  });

  it('write percentages with one place, and a dash for a part of nothing', () => {
    expect(percent(89, 115)).toBe('77.4 %');
    expect(percent(0, 0)).toBe('–');
  });
});

describe('the width of a text', () => {
  it('counts two columns for Hangul and one for Latin letters and blocks', () => {
    expect(widthOf('가나 ab█')).toBe(8);
    expect(padEnd('가', 4)).toBe('가  ');
    expect(padStart('가', 4)).toBe('  가');
  });

  it('is never exceeded by what is clipped, in the middle of a wide sign neither', () => {
    expect(clip('가나다', 5)).toBe('가나');
    expect(clip('ab', 5)).toBe('ab');
  });
});
