import { killWorkersOverAndOver } from './jobs-kill.js';

killWorkersOverAndOver('PostgreSQL', () => undefined, async () => undefined);
