import { Injectable, Module } from '@nestjs/common';
import { defineJob, type JobHandler } from '#platform';
import { leaveTrace, TEST_WORK, TraceHandler } from '../support/test-work.js';
import type { ContractPart } from './part.js';

@Injectable()
class SecondTraceHandler implements JobHandler<{ name: string }> {
  readonly type = leaveTrace;

  async handle(): Promise<void> {
    throw new Error('never reached');
  }
}

@Module({ providers: [SecondTraceHandler] })
class RivalRoom {}

export const start: ContractPart = (open) => {
  test('a worker refuses to start with a kind of job that nobody handles', async () => {
    const orphan = defineJob('test.orphan');
    await expect(open().createWorker({}, { ...TEST_WORK, jobs: [...TEST_WORK.jobs, orphan] })).rejects.toThrow('test.orphan has no handler');
  });

  test('a worker refuses to start with two handlers for one kind of job', async () => {
    const doubled = { ...TEST_WORK, handlers: [...TEST_WORK.handlers, TraceHandler] };
    await expect(open().createWorker({}, doubled)).rejects.toThrow('test.trace has two handlers');
    const rival = { ...TEST_WORK, handlers: [...TEST_WORK.handlers, SecondTraceHandler] };
    await expect(open().createWorker({}, rival, [RivalRoom])).rejects.toThrow('test.trace has two handlers');
  });

  test('a worker refuses to start with a handler that no room provides', async () => {
    const unknown = { ...TEST_WORK, handlers: [...TEST_WORK.handlers, SecondTraceHandler] };
    await expect(open().createWorker({}, unknown)).rejects.toThrow('SecondTraceHandler');
  });
};
