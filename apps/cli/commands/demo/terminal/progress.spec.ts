import { Progress, type Screen } from './progress.js';

const screen = (isTTY: boolean, columns = 200): Screen & { text: string } => ({ text: '', isTTY, columns, write(more: string) { this.text += more; } });
const title = { ko: '희망 제출', en: 'filed' };

describe('progress', () => {
  it('is one line a stage where nothing can be redrawn', async () => {
    const out = screen(false);
    let time = 0;
    const progress = new Progress(out, () => time);
    const answer = await progress.stage(title, 2, async ({ tick }) => {
      tick();
      time = 1500;
      tick();
      return 7;
    });
    expect(answer).toBe(7);
    expect(out.text.split('\n')).toHaveLength(2);
    expect(out.text).toMatch(/희망 제출 · filed +█+ +2 +1\.5 s\n$/);
    expect(out.text).not.toContain('\u001B');
    expect(progress.times).toEqual([{ title, seconds: 1.5 }]);
  });

  it('is redrawn in a terminal, but not at every tick, and fits its columns', async () => {
    const out = screen(true, 40);
    let time = 0;
    await new Progress(out, () => time).stage(title, 100, async ({ tick }) => {
      for (let done = 0; done < 100; done += 1) {
        time += 10;
        tick();
      }
    });
    const drawn = out.text.split('\r\u001B[2K');
    expect(drawn.length).toBeGreaterThan(8);
    expect(drawn.length).toBeLessThan(20);
    for (const line of drawn) expect(line.trimEnd().length).toBeLessThan(40);
  });

  it('says how far it came when the work was less than announced', async () => {
    const out = screen(false);
    await new Progress(out, () => 0).stage(title, 5, async ({ tick }) => tick(3));
    expect(out.text).toContain('3/5');
  });

  it('lets a failure through', async () => {
    await expect(new Progress(screen(false)).stage(title, 0, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });
});
