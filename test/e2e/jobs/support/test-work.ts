import { Injectable, Module } from '@nestjs/common';
import { Database, defineJob, type JobHandler, type JobRun, type JobWork } from '#platform';

export type Script = (run: JobRun, database: Database) => Promise<void>;

/** What the jobs of this process's tests do, by name. */
export const scripts = new Map<string, Script>();

/** Does what its test says. */
export const scripted = defineJob<{ script: string }>('test.script', { maxAttempts: 3, backoffMs: 60 });
/** Leaves one trace, in one transaction with its own completion. */
export const leaveTrace = defineJob<{ name: string }>('test.trace', { maxAttempts: 3, backoffMs: 20 });
/** Says that it began, waits until the gate of its name is open, leaves its trace. For processes of their own. */
export const passGate = defineJob<{ gate: string }>('test.gate', { maxAttempts: 3, backoffMs: 20 });

@Injectable()
export class ScriptHandler implements JobHandler<{ script: string }> {
  readonly type = scripted;

  constructor(private readonly database: Database) {}

  async handle({ script }: { script: string }, run: JobRun): Promise<void> {
    const play = scripts.get(script);
    if (!play) throw new Error(`No script ${script}`);
    await play(run, this.database);
  }
}

@Injectable()
export class TraceHandler implements JobHandler<{ name: string }> {
  readonly type = leaveTrace;

  constructor(private readonly database: Database) {}

  async handle({ name }: { name: string }, run: JobRun): Promise<void> {
    await this.database.transaction(run.context, async (tx) => {
      await tx.execute('INSERT INTO test_trace (organization_id, name) VALUES ($1, $2)', [tx.organizationId, name]);
      await run.completeIn(tx);
    });
  }
}

@Injectable()
export class GateHandler implements JobHandler<{ gate: string }> {
  readonly type = passGate;

  constructor(private readonly database: Database) {}

  async handle({ gate }: { gate: string }, run: JobRun): Promise<void> {
    const trace = (name: string, complete: boolean): Promise<void> =>
      this.database.transaction(run.context, async (tx) => {
        await tx.execute('INSERT INTO test_trace (organization_id, name) VALUES ($1, $2)', [tx.organizationId, name]);
        if (complete) await run.completeIn(tx);
      });
    await trace(`${gate} began ${process.pid}`, false);
    const isOpen = (): Promise<boolean> =>
      this.database.transaction(run.context, async (tx) => (await tx.one(`SELECT 1 FROM test_trace WHERE name = $1`, [`${gate} open`])) !== undefined);
    while (!(await isOpen())) {
      run.signal.throwIfAborted();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await trace(`${gate} passed`, true);
  }
}

@Module({ providers: [ScriptHandler, TraceHandler, GateHandler] })
export class TestRoom {}

export const TEST_WORK: JobWork = { jobs: [scripted, leaveTrace, passGate], handlers: [ScriptHandler, TraceHandler, GateHandler] };
