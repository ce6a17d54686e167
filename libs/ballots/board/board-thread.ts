// The module of the threads in which proofs are checked and boards recounted.
import { serveTasks } from '#platform';
import { doBoardTask, type BoardTask } from './board-task.js';

serveTasks<BoardTask, unknown, never>((task) => doBoardTask(task));
