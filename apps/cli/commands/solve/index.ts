export { solveCommand } from './solve.command.js';
export type { Output } from './output.js';
