export { certifyCommand } from './certify.command.js';
