/** Lets a loop rest until somebody wakes it or its time has passed. A call that comes while nobody rests is remembered. */
export class WakeUp {
  private rung = false;
  private readonly sleepers = new Set<() => void>();

  ring(): void {
    this.rung = this.sleepers.size === 0;
    for (const wake of [...this.sleepers]) wake();
  }

  async rest(ms: number): Promise<void> {
    if (this.rung) {
      this.rung = false;
      return;
    }
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.sleepers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.sleepers.add(wake);
    });
  }
}
