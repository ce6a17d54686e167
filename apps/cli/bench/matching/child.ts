import { engine } from './engine.js';
import { StoppedRun, type Answer, type Stop, type Task } from './measured.js';
import { PEERS } from './peers/index.js';

/** Peak resident memory of this process so far, in MB. */
const peakMb = (): number => process.resourceUsage().maxRSS / 1024;

/** No further run begins after this time: what takes long is measured once. */
const ENOUGH_MS = 20_000;

async function measure(task: Task): Promise<Answer> {
  const ms: number[] = [];
  const prepare = task.program === 'jari' ? engine : PEERS[task.program];
  const none = (stopped: Stop): Answer => ({ ms, peakMb: peakMb(), stopped, note: '', hash: '' });
  if (prepare === undefined) return none('absent');
  try {
    const measured = await prepare(task);
    const begun = performance.now();
    while (ms.length < task.runs && performance.now() - begun < ENOUGH_MS) {
      measured.prepare?.();
      const started = performance.now();
      measured.run();
      ms.push(performance.now() - started);
    }
    return { ms, peakMb: peakMb(), stopped: null, note: measured.note(), hash: measured.hash() };
  } catch (error) {
    if (error instanceof StoppedRun) return none(error.stop);
    throw error;
  }
}

process.once('disconnect', () => process.exit(1));
process.once('message', (task: Task) => {
  measure(task).then(
    (answer) => process.send?.(answer, () => process.exit(0)),
    (error: unknown) => {
      process.stderr.write(`${task.program} ${task.mechanism}: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exit(1);
    },
  );
});
