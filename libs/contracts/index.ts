export * from './errors/index.js';
export * from './language.js';
export * from './messages/index.js';
export * from './permissions/index.js';
export * from './permissions/permission-table.js';
export * from './roles.js';
