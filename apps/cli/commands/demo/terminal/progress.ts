import type { Bilingual } from '#contracts';
import { bar } from './bar-chart.js';
import { clip, padEnd, padStart, widthOf } from './width.js';

export interface Screen {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** One stage under way. */
export interface Ticker {
  /** So many more are done. */
  tick(done?: number): void;
}

export interface StageTime {
  readonly title: Bilingual;
  readonly seconds: number;
}

const BAR_WIDTH = 24;
const TITLE_WIDTH = 58;
const REDRAW_MS = 80;
const CLEAR_LINE = '\r\u001B[2K';

/**
 * Progress on standard error: in a terminal one line that is redrawn, otherwise one line a finished stage.
 * @param now milliseconds, for the times shown
 */
export class Progress {
  readonly times: StageTime[] = [];

  constructor(private readonly screen: Screen, private readonly now: () => number = () => performance.now()) {}

  /** Runs one stage; `total` is what its ticks add up to, 0 when it cannot be counted. */
  async stage<T>(title: Bilingual, total: number, work: (ticker: Ticker) => Promise<T>): Promise<T> {
    const started = this.now();
    let done = 0;
    let drawn = Number.NEGATIVE_INFINITY;
    const draw = (): void => {
      if (this.screen.isTTY !== true) return;
      drawn = this.now();
      this.screen.write(CLEAR_LINE + this.fit(this.line(title, total === 0 ? '' : `${bar(done / total, BAR_WIDTH)}|${done}/${total}`, started)));
    };
    draw();
    const result = await work({
      tick: (more = 1) => {
        done += more;
        if (this.now() - drawn >= REDRAW_MS) draw();
      },
    });
    this.times.push({ title, seconds: (this.now() - started) / 1000 });
    const counted = total === 0 ? '' : `${bar(1, BAR_WIDTH)}|${done === total ? total : `${done}/${total}`}`;
    this.screen.write(`${this.screen.isTTY === true ? CLEAR_LINE : ''}${this.fit(this.line(title, counted, started))}\n`);
    return result;
  }

  private line({ ko, en }: Bilingual, counted: string, started: number): string {
    const [filled = '', numbers = ''] = counted.split('|');
    const seconds = `${((this.now() - started) / 1000).toFixed(1)} s`;
    return `  ${padEnd(`${ko} · ${en}`, TITLE_WIDTH)} ${padEnd(filled, BAR_WIDTH)} ${padStart(numbers, 10)} ${padStart(seconds, 8)}`;
  }

  /** A line that would wrap could not be redrawn. */
  private fit(text: string): string {
    const { columns } = this.screen;
    return this.screen.isTTY === true && columns !== undefined && widthOf(text) >= columns ? clip(text, columns - 1) : text;
  }
}
