import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the clone: three above `dist/apps/cli/`. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
