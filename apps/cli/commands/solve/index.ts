export { solveCommand, type Output } from './solve.command.js';
