/** Before this many milliseconds there is nothing to wait for, and afterwards one line in as many. */
const EVERY_MS = 1_000;

/** Progress of a long run on standard error: silent while it is short, then a line a second at most. */
export class SlowProgress {
  private last: number;

  constructor(private readonly stderr: { write(text: string): unknown }, private readonly now: () => number = () => performance.now()) {
    this.last = now();
  }

  /** @param share how much of the stage is done, 0 to 1 */
  at(stage: string, share: number): void {
    const now = this.now();
    if (now - this.last < EVERY_MS) return;
    this.last = now;
    this.stderr.write(`${stage} ${Math.floor(share * 100)} %\n`);
  }
}
