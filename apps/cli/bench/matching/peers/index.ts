import type { Measured, Task } from '../measured.js';
import { hospitalResident } from './hospital-resident.js';
import { munkres } from './munkres.js';
import { stableMarriage } from './stable-marriage.js';

/** Well-known packages of npm that solve a part of what the engine solves; none knows present seats. */
export const PEERS: Readonly<Record<string, (task: Task) => Promise<Measured>>> = {
  'hospital-resident': hospitalResident,
  'stable-marriage': stableMarriage,
  munkres,
};

/** What each is compared with. */
export const PEER_MECHANISM: Readonly<Record<string, string>> = { 'hospital-resident': 'da', 'stable-marriage': 'da', munkres: 'rank-min' };
