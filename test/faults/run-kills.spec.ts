import { killDuringRuns } from './run-kills.js';

killDuringRuns('PostgreSQL', () => undefined, []);
