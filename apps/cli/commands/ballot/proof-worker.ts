import { parentPort } from 'node:worker_threads';
import { openSpec, verifyBallots, type OpenSpec } from '#ballot-box';
import type { ProofTask } from './proof-threads.js';

let open: OpenSpec | undefined;

parentPort?.on('message', ({ spec, ballots }: ProofTask) => {
  // One thread serves one board, so the tables for its key are made once.
  open ??= openSpec(spec);
  parentPort?.postMessage(verifyBallots(open.setting, ballots));
});
