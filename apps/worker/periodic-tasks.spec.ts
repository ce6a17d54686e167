import { PeriodicTasks, type PeriodicTask } from './periodic-tasks.js';

const failures: string[] = [];
const logger = { error: (event: string) => void failures.push(event) };

/** Resolves at the `count`th call. */
const counted = (count: number, work: (call: number) => Promise<void> = async () => undefined): PeriodicTask & { readonly reached: Promise<void> } => {
  let calls = 0;
  let tell: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return {
    name: 'test.count',
    everyMs: 1,
    reached,
    async run() {
      calls += 1;
      if (calls === count) tell();
      await work(calls);
    },
  };
};

beforeEach(() => {
  failures.length = 0;
});

test('a task that fails is reported and comes again at its next turn', async () => {
  const task = counted(3, async (call) => {
    if (call === 1) throw new Error('the database is away');
  });
  const tasks = new PeriodicTasks([task], logger);
  tasks.start();
  await task.reached;
  await tasks.stop();
  expect(failures).toEqual(['periodic.test.count']);
});

test('stopping awaits the task that runs, and none begins afterwards', async () => {
  let finish: () => void = () => undefined;
  let runs = 0;
  const task = counted(1, () => {
    runs += 1;
    return new Promise<void>((resolve) => {
      finish = resolve;
    });
  });
  const tasks = new PeriodicTasks([task], logger);
  tasks.start();
  await task.reached;
  let stopped = false;
  const stopping = tasks.stop().then(() => {
    stopped = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(stopped).toBe(false);
  finish();
  await stopping;
  expect(runs).toBe(1);
});

test('all of them once, in order, whatever fails', async () => {
  const order: string[] = [];
  const task = (name: string, fails: boolean): PeriodicTask => ({
    name,
    everyMs: 3_600_000,
    async run() {
      order.push(name);
      if (fails) throw new Error(name);
    },
  });
  await new PeriodicTasks([task('a', true), task('b', false)], logger).runAll();
  expect(order).toEqual(['a', 'b']);
  expect(failures).toEqual(['periodic.a']);
});
