import { defineJob, type JobHandler, type JobPayload, type JobType } from './job.js';
import { JobHandlerRegistry } from './job-handler-registry.js';

const close = defineJob<{ roundId: string }>('round.close');
const notify = defineJob<{ personId: string }>('person.notify');
const handlerFor = (type: JobType<JobPayload>): JobHandler => ({ type, handle: async () => undefined });

test('one handler for each declared kind of job', () => {
  const registry = new JobHandlerRegistry([close, notify], [handlerFor(close), handlerFor(notify)]);
  expect(registry.types).toEqual(['round.close', 'person.notify']);
  expect(registry.handlerOf('person.notify').type).toBe(notify);
  expect(() => registry.handlerOf('ballot.close')).toThrow('ballot.close');
});

test('a missing, a doubled, an undeclared handler and a doubled declaration are all reported together', () => {
  const stray = defineJob('stray.job');
  expect(() => new JobHandlerRegistry([close, close, notify], [handlerFor(close), handlerFor(close), handlerFor(stray)])).toThrow(
    'Job handlers: round.close is declared twice; round.close has two handlers; person.notify has no handler; stray.job is handled but not declared',
  );
});
