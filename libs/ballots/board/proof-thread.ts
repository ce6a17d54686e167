// The module of the threads in which proofs are checked.
import type { BallotFault } from '#ballot-box';
import { serveTasks } from '#platform';
import { checkProofs, type ProofTask } from './proof-task.js';

serveTasks<ProofTask, readonly (BallotFault | null)[], never>((task) => Promise.resolve(checkProofs(task)));
