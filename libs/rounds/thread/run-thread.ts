// The module of the threads in which rounds are computed.
import { serveTasks } from '#platform';
import type { StageNews } from '../run/run-stage.js';
import { doTask, type RunTask } from './run-task.js';

serveTasks<RunTask, unknown, StageNews>((task, tell) => doTask(task, tell));
