import { SlowProgress } from './progress.js';

describe('progress of a long run', () => {
  it('keeps silent at first, then says where it is once a second', () => {
    let now = 0;
    const lines: string[] = [];
    const progress = new SlowProgress({ write: (text) => lines.push(text) }, () => now);
    for (const [time, share] of [[900, 0.1], [1_100, 0.25], [1_900, 0.5], [2_200, 0.999]] as const) { now = time; progress.at('da', share); }
    expect(lines).toEqual(['da 25 %\n', 'da 99 %\n']);
  });
});
