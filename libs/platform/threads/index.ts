export { serveTasks } from './serve-tasks.js';
export { ThreadSettings } from './thread-settings.js';
export { ThreadEnded, ThreadPool, type TaskOptions } from './thread-pool.js';
