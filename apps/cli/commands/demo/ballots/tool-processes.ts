import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** So much of what a tool said last is told when it fails. */
const LAST_LINES = 5;

/** `jari trustee …` and `jari registrar …`, each run in a process of its own. */
export class ToolProcesses {
  private readonly running = new Set<ChildProcess>();

  /** @param root of the clone: the built command stands below it */
  constructor(private readonly root: string) {}

  /**
   * @param secrets environment of this process alone; nothing secret stands in its words
   * @returns what it said on standard output
   * @throws Error with its last words when it ends with anything but 0
   */
  run(words: readonly string[], secrets: Readonly<Record<string, string>>): Promise<string> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [join(this.root, 'dist', 'apps', 'cli', 'main.js'), ...words], {
        cwd: this.root, stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'], NODE_ENV: process.env['NODE_ENV'], ...secrets },
      });
      const [said, complained] = [[] as string[], [] as string[]];
      child.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => complained.push(text));
      this.running.add(child);
      child.once('error', reject);
      child.once('close', (code, signal) => {
        this.running.delete(child);
        if (code === 0) resolve(said.join(''));
        else reject(new Error(`jari ${words.slice(0, 2).join(' ')} ended with ${code ?? signal}: ${complained.join('').trimEnd().split('\n').slice(-LAST_LINES).join(' | ')}`));
      });
    });
  }

  /** Leaves no process behind. */
  close(): void {
    for (const child of this.running) child.kill('SIGKILL');
  }
}
