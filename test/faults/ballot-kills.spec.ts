import { killDuringCasts } from './ballot-kills.js';

const FULL = process.env.JARI_TEST_FULL === '1';

killDuringCasts('PostgreSQL', () => undefined, FULL ? { voters: 100, casts: 500, rounds: 24 } : { voters: 12, casts: 24, rounds: 2 },
  [['api', 'worker'], ['database'], ['api'], ['worker'], ['worker', 'database'], ['api', 'database']]);
