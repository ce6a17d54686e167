export { isAlive } from './alive.js';
export { commandLine } from './command-line.js';
export { exitWithParent } from './exit-with-parent.js';
