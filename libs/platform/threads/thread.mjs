// What a thread of the pool starts with; plain JavaScript, because it is started from the file as it stands, built or not.
// Loads the module that does the work; where that is TypeScript, the hooks of the tests translate it and what it needs.
import { register } from 'node:module';
import { workerData } from 'node:worker_threads';

if (workerData.module.endsWith('.ts')) register('./source-hooks.mjs', import.meta.url);
await import(workerData.module);
