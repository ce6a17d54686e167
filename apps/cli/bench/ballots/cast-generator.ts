import { exitWithParent } from '#platform';
import { runCasts } from './cast-run.js';
import type { CastTask } from './cast-task.js';

// The load comes from a process of its own, so that its cost falls on every measured server alike and on none of their event loops.
exitWithParent();
process.on('SIGTERM', () => process.exit(0));
process.on('message', (task: CastTask) => {
  runCasts(task).then(
    (result) => process.send?.({ type: 'result', result }),
    (error: unknown) => process.send?.({ type: 'failure', message: error instanceof Error ? error.message : String(error) }),
  );
});
process.send?.({ type: 'ready' });
