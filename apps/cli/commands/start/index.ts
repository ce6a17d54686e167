export { createStartCommand } from './start.command.js';
export type { DemoAccount, StartDependencies } from './start.dependencies.js';
