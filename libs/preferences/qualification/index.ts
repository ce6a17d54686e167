export * from './qualification-rule.js';
export * from './qualify.js';
