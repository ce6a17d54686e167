import { startChild, type Child, type ChildOptions, type ChildProgram } from './child.js';

const WINDOW_MS = 60_000;
const DEATHS_ALLOWED = 5;
const FIRST_PAUSE_MS = 250;

export interface SupervisorEvents {
  /** Another process runs the program now. */
  replaced(): void;
  /** A program ended unasked and is started again after a pause. */
  died(program: ChildProgram, how: string, pauseMs: number): void;
  /** A program ended so often that starting it again would help nobody. */
  gaveUp(program: ChildProgram, how: string): void;
}

/** Keeps one program running: starts it again when it dies, more slowly each time, and not for ever. */
export class Supervisor {
  private child: Child;
  private deaths: number[] = [];
  private stopping = false;
  private restarting = false;
  private pause: { end(): void } | undefined;
  private readonly lives: Promise<void>;
  private announceReady: () => void = () => undefined;
  /** The program said for the first time that it works. */
  readonly ready = new Promise<void>((done) => { this.announceReady = done; });

  constructor(readonly program: ChildProgram, private readonly options: ChildOptions, private readonly events: SupervisorEvents) {
    this.child = this.start();
    this.lives = this.live();
  }

  get running(): { pid: number; script: string } | undefined {
    return this.child.pid === undefined ? undefined : { pid: this.child.pid, script: this.program.script };
  }

  /** Drains it and starts it anew, with the code that is on the disk now. */
  async restart(): Promise<void> {
    if (this.stopping || this.restarting) return;
    this.restarting = true;
    this.pause?.end();
    await this.child.stop();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.pause?.end();
    await this.child.stop();
    await this.lives;
  }

  /** Ends it at once; `stop` still resolves as usual. */
  kill(): void {
    this.child.kill();
  }

  private start(): Child {
    const child = startChild(this.program, this.options);
    void child.ready.then(this.announceReady);
    return child;
  }

  private async live(): Promise<void> {
    for (;;) {
      const how = await this.child.ended;
      if (this.stopping) return;
      const mayStart = this.restarting || (await this.mayStartAgain(how));
      if (!mayStart || this.stopping) return;
      this.restarting = false;
      this.child = this.start();
      this.events.replaced();
    }
  }

  private async mayStartAgain(how: string): Promise<boolean> {
    const now = performance.now();
    this.deaths = [...this.deaths.filter((death) => now - death < WINDOW_MS), now];
    if (this.deaths.length >= DEATHS_ALLOWED) {
      this.events.gaveUp(this.program, how);
      return false;
    }
    const pauseMs = FIRST_PAUSE_MS * 2 ** (this.deaths.length - 1);
    this.events.died(this.program, how, pauseMs);
    await new Promise<void>((done) => {
      const timer = setTimeout(done, pauseMs);
      this.pause = { end: () => { clearTimeout(timer); done(); } };
    });
    return true;
  }
}
