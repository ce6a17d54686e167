// Lets a child process run the sources as they are: `node --conditions=source --import …/ts-loader.mjs file.ts`.
import { register } from 'node:module';

register('../../../../libs/platform/threads/source-hooks.mjs', import.meta.url);
