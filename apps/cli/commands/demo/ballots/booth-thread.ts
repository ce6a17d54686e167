// The module of the threads that stand in for the voters' browsers.
import { serveTasks } from '#platform';
import { encryptVote, type BoothTask, type EncryptedVote } from './booth-task.js';

serveTasks<BoothTask, EncryptedVote, never>(encryptVote);
