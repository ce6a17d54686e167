import { join, relative } from 'node:path';
import type { ChildOptions, ChildProgram } from './child.js';
import { lastWords, logFile } from './child.js';
import { RunRecord } from './run-record.js';
import type { Terminal } from './say.js';
import { Supervisor } from './supervisor.js';

export interface Programs {
  readonly api: string;
  readonly worker: string;
}

/** API and worker together. */
export class Processes {
  private readonly record: RunRecord;
  private readonly supervisors: readonly Supervisor[];
  private giveUp: () => void = () => undefined;
  /** One of them ended too often; its last words were shown. */
  readonly failed = new Promise<void>((done) => { this.giveUp = done; });

  constructor(programs: Programs, environment: ChildProgram['environment'], private readonly options: ChildOptions, private readonly terminal: Terminal) {
    this.record = new RunRecord(options.root);
    this.supervisors = (['api', 'worker'] as const).map((name) => new Supervisor({ name, script: programs[name], environment }, options, {
      replaced: () => this.note(),
      died: (program, how, pauseMs) => this.sayItDied(program, how, pauseMs),
      gaveUp: (program, how) => this.sayItFailed(program, how),
    }));
    this.note();
  }

  /** The API listens. */
  async apiReady(): Promise<void> {
    await this.supervisors.find(({ program }) => program.name === 'api')?.ready;
  }

  async restart(): Promise<void> {
    await Promise.all(this.supervisors.map((supervisor) => supervisor.restart()));
  }

  /** The API first: what it has accepted may still become work for the worker. */
  async stop(): Promise<void> {
    for (const supervisor of this.supervisors) await supervisor.stop();
    this.record.remove();
  }

  kill(): void {
    for (const supervisor of this.supervisors) supervisor.kill();
  }

  private note(): void {
    this.record.write(this.supervisors.flatMap(({ running }) => running ?? []));
  }

  private sayItDied({ name }: ChildProgram, how: string, pauseMs: number): void {
    this.terminal.note({
      ko: `${KOREAN_NAME[name]} 예기치 않게 종료되어(${how}) ${pauseMs / 1000}초 후에 다시 시작합니다.`,
      en: `The ${name} ended unexpectedly (${how}); starting it again in ${pauseMs / 1000} s.`,
    });
  }

  private sayItFailed({ name }: ChildProgram, how: string): void {
    const { root, logsToTerminal } = this.options;
    this.terminal.note({
      ko: `${KOREAN_NAME[name]} 1분 안에 다섯 번 종료되어(${how}) 모두 중지합니다.`,
      en: `The ${name} ended five times within a minute (${how}); stopping everything.`,
    });
    if (!logsToTerminal) {
      this.terminal.note({ ko: `기록의 마지막 부분: ${relative(root, logFile(root, name))}`, en: 'The end of its log' });
      this.terminal.quote(lastWords(root, name));
    }
    this.giveUp();
  }
}

const KOREAN_NAME = { api: 'API가', worker: '작업 처리기가' } as const;

export const builtPrograms = (root: string): Programs => ({
  api: join(root, 'dist', 'apps', 'api', 'main.js'),
  worker: join(root, 'dist', 'apps', 'worker', 'main.js'),
});
